# A fake nvidia-smi; SmiScenario fills in what stands between at signs.
PATH=/usr/bin:/bin
calls=calls
case $* in *--query-compute-apps*) calls=app-calls ;; esac
printf '%s\n' "$*" >>"@FOLDER@/$calls"
known=' @FIELDS@ '
nl='
'
list=no apps=no ids='' query='' loop='' format=''
while [ $# -gt 0 ]; do
  case $1 in
    --help-query-gpu)
      @HELP@
      echo 'List of valid properties to query for the switch "--query-gpu=":'
      for field in $known; do printf '\n"%s"\nThe "%s" of the GPU.\n' "$field" "$field"; done
      exit 0
      ;;
    -L | --list-gpus) list=yes ;;
    --query-gpu=*) query=${1#*=} ;;
    --query-compute-apps=*) apps=yes ;;
    --format=*) format=${1#*=} ;;
    -l | -lms | -i) option=$1; shift
      case $option in
        -l) loop=$1 ;;
        -lms) loop=$(printf '%s' "$1" | awk '{ print $1 / 1000 }') ;;
        -i) ids=",$1," ;;
      esac ;;
    --loop=*) loop=${1#*=} ;;
    --loop-ms=*) loop=$(printf '%s' "${1#*=}" | awk '{ print $1 / 1000 }') ;;
    *) echo "Invalid combination of input arguments. $1"; exit 2 ;;
  esac
  shift
done

line() { printf '%s@END@' "$1"; }
listing() { line "$1"; }

cell() { # NAME ROW
  value=
  case $nl$2$nl in *"$nl$1="*) value="$nl$2"; value=${value#*"$nl$1="}; value=${value%%"$nl"*} ;; esac
}

row() {
  cell index "$1"; index=$value
  cell uuid "$1"; uuid=$value
  case $ids in '' | *",$index,"* | *",$uuid,"*) ;; *) return 0 ;; esac
  text=
  for field in $asked; do
    cell "$field" "$1"
    text="$text, $value"
  done
  line "${text#, }"
}

gpus() {
@GPUS@
}

apps() {
@APPS@
}

@PLAY@

# Play the next tick of a kind; the last one is repeated.
play() {
  number=0
  [ ! -f "@FOLDER@/$1.number" ] || read -r number <"@FOLDER@/$1.number"
  eval "count=\$${1}_count"
  [ "$number" -ge "$count" ] || number=$((number + 1))
  echo "$number" >"@FOLDER@/$1.number"
  [ "$number" -eq 0 ] || "${1}_$number"
}

if [ $list = yes ]; then gpus; exit 0; fi
if [ $apps = yes ]; then apps; exit 0; fi
asked=$(printf '%s' "$query" | tr ',' ' ')
live=no
for field in $asked; do
  case $known in
    *" $field "*) ;;
    *) printf 'Field "%s" is not a valid field to query.\n\n' "$field"; exit 2 ;;
  esac
  case $field in index | name | uuid | driver_version) ;; *) live=yes ;; esac
done
case $format in *noheader*) ;; *) line "$(printf '%s' "$query" | sed 's/,/, /g')" ;; esac
if [ $live = no ]; then gpus; exit 0; fi
kind=tick
[ -z "$loop" ] || [ "$loop_count" -eq 0 ] || kind=loop
play $kind
while [ -n "$loop" ]; do
  sleep "$loop"
  play $kind
done
exit 0
