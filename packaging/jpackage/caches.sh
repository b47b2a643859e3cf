#!/bin/sh
# Makes Java's ahead-of-time caches of an app image (docs/decisions/0012): packaging/jpackage/caches.sh IMAGE
# IMAGE holds bin and lib, as on Linux. Each launcher rehearses with its own options, so that its cache fits it; the server, which
# has to be stopped, by a way of its own.
set -eu
image=$(CDPATH='' cd -P -- "$1" && pwd)
lib=$image/lib
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Runs a launcher so that it writes its cache.
rehearse() {
  launcher=$1 cache=$2
  shift 2
  cp "$lib/app/$launcher.cfg" "$work/cfg"
  sed "s|-XX:AOTCache=.*|-XX:AOTCacheOutput=$cache|" "$work/cfg" >"$lib/app/$launcher.cfg"
  "$image/bin/$launcher" "$@" || true
  cp "$work/cfg" "$lib/app/$launcher.cfg"
  [ -f "$cache" ] || { echo "caches.sh: no cache was made by $launcher" >&2; exit 1; }
}

"$lib/runtime/bin/java" -XX:+UseSerialGC -Dconcertmaster.script="$lib/script" -cp "$lib/app/*" \
  io.concertmaster.script.StartCache
rehearse concertmaster "$lib/start.aot" designer "$lib/examples/airports.workflow.json" --run \
  --screenshot "$work/window.png" --home "$work/home"
(
  while ! grep -q '^ConcertMaster serves' "$work/served" 2>/dev/null; do sleep 1; done
  pid=$(sed -n '$p' "$work/pid")
  kill "$pid"
) &
stopper=$!
cat >"$work/serve" <<'SERVE'
#!/bin/sh
echo $$ >"$1/pid"
exec "$2" serve --port 0 --home "$1/server" >"$1/served" 2>&1
SERVE
cp "$lib/app/concertmaster-server.cfg" "$work/server.cfg"
sed "s|-XX:AOTCache=.*|-XX:AOTCacheOutput=$lib/serve.aot|" "$work/server.cfg" >"$lib/app/concertmaster-server.cfg"
timeout 120 sh "$work/serve" "$work" "$image/bin/concertmaster-server" || true
kill "$stopper" 2>/dev/null || true
cp "$work/server.cfg" "$lib/app/concertmaster-server.cfg"
[ -f "$lib/serve.aot" ] || { echo "caches.sh: no cache was made by the server" >&2; cat "$work/served" >&2; exit 1; }
rm -rf "$lib/examples/out"
