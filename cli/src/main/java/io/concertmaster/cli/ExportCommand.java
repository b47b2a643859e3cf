package io.concertmaster.cli;

import picocli.CommandLine.Command;

/** {@code concertmaster export}: workflows of ours become those of other programs. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Makes files of other programs from workflow files.",
    subcommands = ExportN8nCommand.class)
final class ExportCommand {}
