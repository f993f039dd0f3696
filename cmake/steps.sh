# For the scripts at the root: runs steps quietly, shows their output only when they fail, installs what is missing.

# step "what it does" command…
step() {
  local what=$1 log began=$SECONDS
  shift
  log=$(mktemp)
  printf '%s ... ' "$what"
  if "$@" >"$log" 2>&1; then
    echo "done ($((SECONDS - began)) s)"
    rm -f "$log"
    return 0
  fi
  echo "failed"
  echo "  command: $*"
  tail -n 60 "$log" | sed 's/^/  | /'
  echo "  the whole output: $log"
  return 1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "needs root or sudo to run: $*"
    return 1
  fi
}

# need_packages name… : Debian packages, installed by apt where they are missing.
need_packages() {
  local missing=() name
  for name in "$@"; do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
  done
  [ ${#missing[@]} = 0 ] && return 0
  command -v apt-get >/dev/null || {
    echo "found no apt-get; install these Debian packages' equivalents yourself: ${missing[*]}"
    return 1
  }
  step "Fetching the list of packages" as_root apt-get update -q
  step "Installing ${missing[*]}" as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "${missing[@]}"
}
