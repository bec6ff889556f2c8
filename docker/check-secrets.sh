#!/bin/sh
# Refuses secrets that are missing, short or as in the example: NAME... are variables of the environment.
set -eu

wrong=
for name in "$@"; do
  eval "value=\${$name:-}"
  case $value in
    '') wrong="$wrong $name (missing)" ;;
    *change-me*) wrong="$wrong $name (as in the example)" ;;
    # Flink's reporter and the shell would need it quoted.
    *[!A-Za-z0-9._~-]*) wrong="$wrong $name (letters, digits and . _ ~ - only)" ;;
    ????????????????*) ;;
    *) wrong="$wrong $name (shorter than 16 characters)" ;;
  esac
done
if [ -n "$wrong" ]; then
  echo "not started: set in docker/.env:$wrong; docker/new-env.sh makes one with random secrets" >&2
  exit 1
fi
