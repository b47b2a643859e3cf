#!/bin/sh
# Makes the app image: packaging/jpackage/image.sh JDK APP EXAMPLES LICENCES OUT VERSION [OPTION OF JPACKAGE ...]
# APP is what Maven built (designer-app/target/app: lib, javafx, script, native). The image gets Java's own runtime (jlink in
# jpackage), the jars, and two launchers: concertmaster, and concertmaster-designer, whose process has options and a cache of its
# own. Runs on Linux and macOS; windows.ps1 says the same for Windows.
set -eu
jdk=$1 app=$(CDPATH='' cd -P -- "$2" && pwd) examples=$3 licences=$4 out=$5 version=$6
shift 6
here=$(CDPATH='' cd -P -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -P -- "$here/../.." && pwd)

# Lines of a file without comments, joined.
lines() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$1"; }
modules=$(lines "$here/modules" | paste -sd, -)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

options() {
  lines "$root/dev/java.options"
  cat <<'OPTIONS'
-Xmx384m
--enable-native-access=javafx.graphics,ALL-UNNAMED
-Dconcertmaster.script=$APPDIR/../script
-Dconcertmaster.examples=$APPDIR/../examples
-Dorg.sqlite.lib.path=$APPDIR/../native
-Dorg.sqlite.tmpdir=$APPDIR/../native
--add-modules=javafx.controls,javafx.swing
OPTIONS
}

window=$work/concertmaster-designer.properties
{
  lines "$here/concertmaster-designer.properties"
  # One line: a launcher's options take the place of the program's.
  printf 'java-options='
  { options; lines "$root/dev/window.options"; } | tr '\n' ' ' | sed 's|\\|\\\\|g'
  printf -- '-XX:AOTCache=$APPDIR/../window.aot\n'
} >"$window"

arguments=$work/arguments
{
  options
  echo '-XX:AOTCache=$APPDIR/../command.aot'
} | sed -e 's/^/--java-options "/' -e 's/$/"/' >"$arguments"

cp -r "$examples" "$work/examples"
rm -rf "$work/examples/out"
cp -r "$licences" "$work/licences"

"$jdk/bin/jpackage" --type app-image --dest "$out" --name concertmaster --app-version "$version" \
  --vendor "ConcertMaster" --description "Workflows: drawn, run and watched" \
  --input "$app/lib" --main-jar "$(basename "$app"/lib/cli-*.jar)" --main-class io.concertmaster.cli.ConcertMaster \
  --module-path "$app/javafx" --add-modules "$modules" \
  --jlink-options "--strip-debug --no-man-pages --no-header-files --exclude-resources=**.so,**.dylib" \
  --add-launcher "concertmaster-designer=$window" \
  --app-content "$app/script" --app-content "$app/native" \
  --app-content "$work/examples" --app-content "$work/licences" \
  @"$arguments" "$@"

# JavaFX is a part of the runtime: so the caches hold wherever the image lies. Its native libraries lie beside Java's, where
# JavaFX looks first; else it would unpack them into the person's home.
native=$(find "$out" -name libjava.so -o -name libjava.dylib | head -n 1)
(cd "$(dirname "$native")" && for jar in "$app"/javafx/*.jar; do
  "$jdk/bin/jar" tf "$jar" | grep -E '^[^/]*\.(so|dylib)$' | xargs -r "$jdk/bin/jar" xf "$jar"
done)
