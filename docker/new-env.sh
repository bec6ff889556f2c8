#!/bin/sh
# Makes docker/.env out of .env.example, with a random secret for each that says change-me.
set -eu

cd "$(dirname "$0")"
if [ -e .env ]; then
  echo "docker/.env is there already, and stays as it is" >&2
  exit 1
fi
umask 077
while IFS= read -r line; do
  case $line in
    *=change-me) printf '%s=%s\n' "${line%%=*}" "$(od -An -N 24 -tx1 /dev/urandom | tr -d ' \n')" ;;
    *) printf '%s\n' "$line" ;;
  esac
done < .env.example > .env
