#!/usr/bin/env bash
# Keeps the jobs of jobs.txt running on a session cluster. One that the job manager does not know, because it is new,
# because the job manager was restarted, or because it was stopped for a new version, is started from its newest complete
# checkpoint or savepoint, or anew where it has none. Complete is what has its _metadata, which is moved there last.
# A checkpoint is claimed: what the job no longer needs of it, it deletes. A savepoint (./tongcheng upgrade) stays as it is,
# to go back to.
set -uo pipefail

rest=http://${FLINK_REST:-job-manager:8081}
home=${TONGCHENG_HOME:-/opt/tongcheng}
state=${TONGCHENG_STATE:-/state/checkpoints}
savepoints=${TONGCHENG_SAVEPOINTS:-/state/savepoints}
flink=${FLINK_COMMAND:-/opt/flink/bin/flink}
ready=${TONGCHENG_READY:-/tmp/all-jobs-run}
pause=${TONGCHENG_PAUSE:-5}

# Names of the jobs that are not over; fails when the job manager does not answer.
going() {
  local overview
  overview=$(wget -q -T 10 -t 1 -O - "$rest/jobs/overview") || return 1
  grep -oE '"name":"[^"]*"[^{}]*"state":"[A-Z]+"' <<< "$overview" \
    | grep -vE '"state":"(FINISHED|FAILED|CANCELED)"' \
    | sed -E 's/"name":"([^"]*)".*/\1/'
  return 0
}

newest() {
  find "$state/$1" "$savepoints/$1" \( -path '*/chk-*/_metadata' -o -path '*/savepoint-*/_metadata' \) -printf '%T@ %h\n' \
    2> /dev/null | sort -n | tail -n 1 | cut -d ' ' -f 2-
}

start() {
  local name=$1 class=$2 from claim=NO_CLAIM
  shift 2
  from=$(newest "$name")
  case $from in "$state"/*) claim=CLAIM ;; esac
  echo "keep-jobs: $name starts from ${from:-nothing}"
  "$flink" run --detached ${from:+--fromSavepoint "file://$from" --claimMode "$claim"} --class "$class" \
    "$home/jobs/$name.jar" --checkpoint-directory "file://$state/$name" "$@" < /dev/null \
    || echo "keep-jobs: $name was not started, see above; the next try is in $pause s" >&2
}

keep() {
  local running missing=0 name class settings
  running=$(going) || { rm -f "$ready"; return; }
  while read -r name class settings; do
    case $name in '' | '#'*) continue ;; esac
    if ! grep -qxF "$name" <<< "$running"; then
      missing=1
      # Settings are words without blanks.
      start "$name" "$class" $settings
    fi
  done < "$home/jobs.txt"
  if [ "$missing" = 0 ]; then touch "$ready"; else rm -f "$ready"; fi
}

trap 'exit 0' TERM INT
while true; do
  keep
  sleep "$pause" &
  wait $!
done
