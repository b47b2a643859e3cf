package io.concertmaster.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = ConcertMaster.class.getPackage().getImplementationVersion();
    return new String[] {"concertmaster " + (version == null ? "(from source)" : version)};
  }
}
