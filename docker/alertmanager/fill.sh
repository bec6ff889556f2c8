#!/bin/sh
# Fills ${NAME} and ${NAME:-default} in a configuration, from the environment or from the file that NAME_FILE names, and
# writes it to standard output. Fails with the names of what is missing. In a container:
#   sh fill.sh alertmanager.yml > /tmp/alertmanager.yml && exec alertmanager --config.file=/tmp/alertmanager.yml
exec awk '
  function valueOf(name,   file, line, text) {
    file = ENVIRON[name "_FILE"]
    if (file == "") return ENVIRON[name]
    while ((getline line < file) > 0) text = text (text == "" ? "" : "\n") line
    close(file)
    return text
  }
  /^ *#/ { print; next }
  {
    rest = $0; filled = ""
    while (match(rest, /[$][{][A-Z0-9_]+(:-[^}]*)?[}]/)) {
      name = substr(rest, RSTART + 2, RLENGTH - 3); fallback = ""; optional = 0
      if ((split_at = index(name, ":-")) > 0) {
        fallback = substr(name, split_at + 2); name = substr(name, 1, split_at - 1); optional = 1
      }
      value = valueOf(name)
      if (value == "" && !optional) { missing = missing " " name }
      if (value == "") value = fallback
      # All text stands in single quotes, where a quote is written twice.
      gsub(/'\''/, "&&", value)
      filled = filled substr(rest, 1, RSTART - 1) value
      rest = substr(rest, RSTART + RLENGTH)
    }
    print filled rest
  }
  END {
    if (missing != "") { print "not set:" missing > "/dev/stderr"; exit 1 }
  }
' "$@"
