#!/bin/sh
# Prints how a launcher of an app image calls Java, as a file of arguments for java: packaging/jpackage/arguments.sh CFG LIB
# CFG is the launcher's configuration (lib/app/*.cfg), LIB where lib stands or will stand.
set -eu
cfg=$1 lib=$2
sed -n -e "s|\$APPDIR|$lib/app|g" -e 's|^java-options=\(.*\)|"\1"|p' "$cfg"
printf -- '-cp\n'
sed -n -e "s|\$APPDIR|$lib/app|g" -e 's|^app.classpath=||p' "$cfg" | paste -sd: - | sed 's|.*|"&"|'
