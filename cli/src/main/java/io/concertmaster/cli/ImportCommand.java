package io.concertmaster.cli;

import picocli.CommandLine.Command;

/** {@code concertmaster import}: workflows of other programs become ours. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Makes workflow files from those of other programs.",
    subcommands = ImportN8nCommand.class)
final class ImportCommand {}
