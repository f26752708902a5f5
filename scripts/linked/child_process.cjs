/** Commander loads it for subcommands that are programs of their own, of which larry has none; that takes 3 ms. */
module.exports = {}
