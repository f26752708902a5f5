"""Types into an interactive shell on a terminal: type-in.py SHELL SETUP KEYS... Prints what the terminal got from the keys on.

Of each KEYS a newline is the end; the next are typed when the shell is done with those before. What stands behind a vertical
tab waits until nothing has come for a while: zsh lists nothing while keys are waiting for it."""

import os
import pty
import select
import signal
import sys
import time

shell, setup, *lines = sys.argv[1:]
flags = {"bash": ["--norc", "--noprofile"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]

pid, terminal = pty.fork()
if pid == 0:
    os.execvp(shell, [shell, *flags, "-i"])


def until_quiet(seconds=1.5):
    got = b""
    while select.select([terminal], [], [], seconds)[0]:
        got += os.read(terminal, 65536)
    return got


def type_and_wait(keys, limit=60.0):
    *first, last = keys.split("\v")
    got = b""
    for part in first:
        os.write(terminal, part.encode())
        got += until_quiet()
    # The mark is typed in two halves, so that its echo is not taken for it.
    os.write(terminal, last.encode() + b"\nprintf 'fin%s' ished\n")
    end = time.monotonic() + limit
    while b"finished" not in got and time.monotonic() < end:
        ready, _, _ = select.select([terminal], [], [], 0.2)
        if not ready:
            continue
        try:
            got += os.read(terminal, 65536)
        except OSError:
            break
    return got


type_and_wait(setup)
for keys in lines:
    sys.stdout.buffer.write(type_and_wait(keys))
sys.stdout.flush()
os.kill(pid, signal.SIGKILL)
