"""Types into an interactive shell on a terminal: type-in.py SHELL SETUP KEYS. Prints what the terminal got, from the keys on."""

import os
import pty
import select
import signal
import sys
import time

shell, setup, keys = sys.argv[1:]
flags = {"bash": ["--norc", "--noprofile"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]

pid, terminal = pty.fork()
if pid == 0:
    os.execvp(shell, [shell, *flags, "-i"])


def read_until(mark, limit=30.0):
    got = b""
    end = time.monotonic() + limit
    while mark not in got and time.monotonic() < end:
        ready, _, _ = select.select([terminal], [], [], 0.2)
        if not ready:
            continue
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        got += part
        if b"\x1b[c" in part:  # fish asks what terminal this is
            os.write(terminal, b"\x1b[?62c")
    return got


# The mark is written in two halves, so that the echo of what is typed is not taken for it.
os.write(terminal, f"{setup}; printf 'rea%s' dy\n".encode())
read_until(b"ready")
os.write(terminal, keys.encode() + b"\nprintf 'fin%s' ished\n")
sys.stdout.buffer.write(read_until(b"finished"))
sys.stdout.flush()
os.kill(pid, signal.SIGKILL)
