#!/bin/sh
# The package for macOS: packaging/jpackage/mac.sh, on a Mac with a JDK 25, Maven and python3. Kept ready; it has not been
# tried on a Mac yet. It makes target/package/concertmaster.app and a .dmg of it, unsigned and without caches.
set -eu
root=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd)
jdk=$("$root/dev/jdk")
"$root/concertmaster" --version >/dev/null
app=$root/designer-app/target/app
# jpackage asks for a version from 1 on.
version=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' "$root/pom.xml" | head -n 1 | sed -e 's/-SNAPSHOT//' -e 's/^0\./1./')
out=$root/target/package
rm -rf "$out"
mkdir -p "$out"
"$root/packaging/licences.py" "$app" "$HOME/.m2/repository" "$jdk" "$out/licences"
"$root/packaging/jpackage/image.sh" "$jdk" "$app" "$root/docs/examples" "$out/licences" "$out" "$version"
"$jdk/bin/jpackage" --type dmg --app-image "$out/concertmaster.app" --name ConcertMaster --app-version "$version" --dest "$out"
