# A fake nvidia-smi; SmiScenario fills in what stands between at signs.
PATH=/usr/bin:/bin
calls='@FOLDER@/calls'
case $* in *--query-compute-apps*) calls='@FOLDER@/app-calls' ;; esac
printf '%s\n' "$*" >>"$calls"
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
@BROKEN@
listing() { line "$1"; }

cell() { # NAME ROW
  value=
  case $nl$2$nl in *"$nl$1="*) value="$nl$2"; value=${value#*"$nl$1="}; value=${value%%"$nl"*} ;; esac
}

# Set clock to the milliseconds since 1970.
tell() { clock=$(($(date +%s%N) / 1000000)); }

# Set energy to the microjoules of the curve from its beginning to $1 milliseconds after it.
energy() {
  if [ "$1" -le 0 ]; then
    energy=$(($1 * @IDLE@))
    return
  fi
  width=$(($1 % @PERIOD@))
  [ "$width" -lt @WIDTH@ ] || width=@WIDTH@
  energy=$(($1 * @BASE@ + $1 * $1 * @SLOPE@ / 2 + ($1 / @PERIOD@ * @WIDTH@ + width) * @EXTRA@))
}

# Set value to the mean power in watts of the $1 milliseconds before clock.
mean() {
  begin=$((clock + 1000))
  [ ! -f '@FOLDER@/begin' ] || read -r begin <'@FOLDER@/begin'
  energy $((clock - begin))
  later=$energy
  energy $((clock - begin - $1))
  centiwatts=$((((later - energy) / $1 + 5) / 10))
  fraction=$((centiwatts % 100))
  [ "$fraction" -gt 9 ] || fraction=0$fraction
  value=$((centiwatts / 100)).$fraction
}

# Roll dice and tell whether this tick is lost, in $1 of 100 cases.
lost() {
  dice=@SEED@
  [ ! -f '@FOLDER@/dice' ] || read -r dice <'@FOLDER@/dice'
  dice=$(((dice * 1103515245 + 12345) % 2147483648))
  echo "$dice" >'@FOLDER@/dice'
  [ $((dice / 65536 % 100)) -lt "$1" ]
}

row() {
  cell index "$1"; index=$value
  cell uuid "$1"; uuid=$value
  case $ids in '' | *",$index,"* | *",$uuid,"*) ;; *) return 0 ;; esac
  case $1 in *=MEAN* | *=NOW*) tell ;; esac
  text=
  for field in $asked; do
    cell "$field" "$1"
    case $value in
      MEAN) mean 1000 ;;
      NOW) mean 1 ;;
    esac
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

# Wait for the next tick of a loop: a period, or until a whole period since 1970 is over.
pause() {
  if [ @GRID@ = no ]; then
    sleep "$loop"
    return
  fi
  tell
  left=$((grid - clock % grid))
  fraction=00$((left % 1000))
  sleep $((left / 1000)).${fraction#"${fraction%???}"}
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
grid=$(printf '%s' "${loop:-1}" | awk '{ print int($1 * 1000) }')
kind=tick
[ -z "$loop" ] || [ "$loop_count" -eq 0 ] || kind=loop
play $kind
while [ -n "$loop" ]; do
  pause
  play $kind
done
exit 0
