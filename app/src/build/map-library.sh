#!/bin/sh
# Puts MapLibre GL (its builds for a strict content security policy) into a folder of the build.
#
#   map-library.sh FOLDER
#
# It comes by name from the npm registry that this machine uses, and only if its checksum is the one below. Without npm
# the build goes on: pages then show lists in the place of maps.
set -eu

version=5.24.0
sha512=ALyFxgtd5R+65UqZ/++lOqwWcC0SNho9c27fYSyLmG7AfnAul2o46F05aDJGPbFU57wos9dgcIySHs0Xe6ia3A==
target=$1/$version

without() {
  echo "map-library: $1 The pages will work without maps." >&2
  exit 0
}

[ ! -f "$target/complete" ] || exit 0
command -v npm > /dev/null 2>&1 || {
  [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null 2>&1 \
    && apt-get install -y -q --no-install-recommends npm > /dev/null 2>&1 || true
}
command -v npm > /dev/null 2>&1 || without "There is no npm to fetch MapLibre with; install npm and build again."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent "maplibre-gl@$version" > /dev/null 2>&1) \
  || without "npm could not fetch maplibre-gl $version."
archive=$work/maplibre-gl-$version.tgz
found=$(node -p 'require("crypto").createHash("sha512").update(require("fs").readFileSync(process.argv[1])).digest("base64")' "$archive")
[ "$found" = "$sha512" ] || { echo "map-library: maplibre-gl $version is not what was expected: $found" >&2; exit 1; }

tar -xzf "$archive" -C "$work"
mkdir -p "$target"
for file in maplibre-gl-csp.js maplibre-gl-csp-worker.js maplibre-gl.css LICENSE.txt; do
  # The hints at source maps would only cause requests for files that are not served.
  sed -e 's|^//# sourceMappingURL=.*$||' "$work/package/dist/$file" > "$target/$file"
done
: > "$target/complete"
echo "map-library: MapLibre GL $version is in $target."
