#!/usr/bin/env bash
# The whole study with one command: baseline, sweep, analysis, final run, report.
set -uo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
greenscreen=$here/target/greenscreen/bin/greenscreen

usage() {
  cat <<'END'
Usage: ./greenscreen.sh [OPTION]...
Run the whole study: baseline, sweep, analysis, final run of the best configuration, report.
Builds greenscreen first if it is missing or older than its sources.

  --quick            small study in minutes, without a GPU or a data set: generated images, a small
                     network, 4 configurations, 6 epochs, 10 in the final run
  -n N               configurations to try in addition to the baseline (default 100; quick 4)
  --epochs N         epochs of the baseline and of every run of the sweep (default: config.yaml)
  --final-epochs N   epochs of the final run (default 50; quick 10)
  --seed N           seed of the sweep and of every run (default: config.yaml)
  --dataset NAME     cifar10, cifar100 or shapes (default: config.yaml; quick shapes)
  --data DIR         folder of the data set (default: downloaded once and cached)
  --limit N          use at most N images (quick 2000)
  --meter METER      auto, nvml, nvidia-smi, rapl, replay:FILE, estimate:65W, none; join several with +
  --meter-period S   seconds between two power samples (default 1)
  --engine DIR       folder with PyTorch 2.7.1 (default: the build that fits the machine)
  --device DEVICE    auto (default: the GPU if there is one) or cpu
  --checkpoint-every N  epochs between two checkpoints of a run (default: once a minute; 0 for never)
  --parallel N       parallel runs of the sweep (default auto: one per GPU)
  --retries N        retry a run of the sweep up to N times if it crashes, is killed or stalls
  --max-failures N   start no more runs after N in a row crash in the same way (default 5; none for no limit)
  --stall-timeout T  kill a run of the sweep if no epoch finishes within T (default 24h)
  --max-run-time T   stop a run after this time, such as 90min
  --on-nan WHAT      stop (default) a run whose loss is NaN or infinite, or continue
  --orphan WHAT      if the sweep is gone, finish (default) its runs or stop them after the current epoch
  --set NAME=VALUE   fix a parameter to a value; may be repeated
  --config FILE      search space (default: config.yaml next to this script)
  --runs DIR         folder for the runs (default: runs)
  --report DIR       folder for results (default: report)
  --country CODE     country of the electricity grid for CO2e, such as DE (default: world)
  --grid-intensity G carbon intensity of the electricity in gCO2e/kWh
  --pue NUMBER       power usage effectiveness of the site (default 1.0)
  --resume           resume the study in the runs folder, with its options unless given again
  -h, --help         show this help

A baseline or sweep run whose training diverges is stopped early and left out of the analysis; this is
not a failure. A final run that diverges is a failure, because the study then has no result.

Exit codes: 0 done, 1 failure, 2 bad usage, 3 done but some runs failed, 130 interrupted.
END
}

say() { printf '%s\n' "$*" >&2; }

fail_usage() {
  say "greenscreen.sh: $1"
  say "Try './greenscreen.sh --help'."
  exit 2
}

forget() {
  quick=no resume=no runs=runs report=report config=$here/config.yaml
  n='' epochs='' final_epochs='' seed='' dataset='' data='' limit='' meter='' meter_period='' checkpoint_every=''
  country='' grid_intensity='' pue='' engine='' device='' pins=() faults=() limits=()
}

# Read options; of one that is given again the last counts.
understand() {
  local option
  while (($#)); do
    option=$1
    case $option in
      -h | --help) usage; exit 0 ;;
      --quick) quick=yes; shift; continue ;;
      --resume) resume=yes; shift; continue ;;
      --*=*) set -- "${option%%=*}" "${option#*=}" "${@:2}"; option=$1 ;;
    esac
    case $option in
      -n | --epochs | --final-epochs | --seed | --dataset | --data | --limit | --meter | --meter-period | --checkpoint-every | --set | --config | --runs | --report) ;;
      --country | --grid-intensity | --pue) ;;
      --parallel | --retries | --max-failures | --stall-timeout | --max-run-time | --on-nan | --orphan | --engine | --device) ;;
      *) fail_usage "unknown option: $option" ;;
    esac
    (($# > 1)) || fail_usage "option $option needs a value"
    case $option in
      -n) n=$2 ;;
      --epochs) epochs=$2 ;;
      --final-epochs) final_epochs=$2 ;;
      --seed) seed=$2 ;;
      --dataset) dataset=$2 ;;
      --data) data=$2 ;;
      --limit) limit=$2 ;;
      --meter) meter=$2 ;;
      --meter-period) meter_period=$2 ;;
      --checkpoint-every) checkpoint_every=$2 ;;
      --set) pins+=(--set "$2") ;;
      --country) country=$2 grid_intensity='' ;;
      --grid-intensity) grid_intensity=$2 country='' ;;
      --pue) pue=$2 ;;
      --parallel | --retries | --max-failures | --stall-timeout | --orphan) faults+=("$option=$2") ;;
      --engine) engine=$2 ;;
      --device) device=$2 ;;
      --max-run-time | --on-nan) limits+=("$option=$2") ;;
      --config) config=$2 ;;
      --runs) runs=$2 ;;
      --report) report=$2 ;;
    esac
    shift 2
  done
}

forget
understand "$@"
case " $* " in
  *' --country'[\ =]*' --grid-intensity'[\ =]* | *' --grid-intensity'[\ =]*' --country'[\ =]*)
    fail_usage '--country and --grid-intensity are mutually exclusive; remove one of them' ;;
esac

# A study goes on with the options of its start, but for those that are given anew.
words=("$@")
if [[ $resume == yes && -f $runs/study.args ]]; then
  words=()
  while IFS= read -r word; do words+=("$word"); done <"$runs/study.args"
  words+=("$@")
  forget
  understand "${words[@]}"
fi

# Keep the options beside the runs, a word on each line.
keep_options() {
  local word
  mkdir -p -- "$runs" 2>/dev/null || return 0
  for word in ${words[@]+"${words[@]}"}; do
    [[ $word == --resume ]] || printf '%s\n' "${word//$'\n'/ }"
  done 2>/dev/null >"$runs/study.args" || return 0
}

if [[ $quick == yes ]]; then
  n=${n:-4} epochs=${epochs:-6} final_epochs=${final_epochs:-10} dataset=${dataset:-shapes} limit=${limit:-2000}
  # The user's own pins come last and win.
  pins=(--set model=resnet20 ${pins[@]+"${pins[@]}"})
fi
n=${n:-100} final_epochs=${final_epochs:-50}
# Everything else is checked by the first step; these two, and what CO2e is counted by, only after hours.
[[ $n =~ ^[1-9][0-9]*$ ]] || fail_usage "-n is \"$n\"; expected a whole number above 0"
[[ $final_epochs =~ ^[1-9][0-9]*$ ]] || fail_usage "--final-epochs is \"$final_epochs\"; expected a whole number above 0"

# What every training needs to know, and what only concerns the choice of configurations.
study=(--runs "$runs")
[[ -z $data ]] || study+=(--data "$data")
[[ -z $limit ]] || study+=(--limit "$limit")
# What every training but no estimate needs to know.
metering=()
[[ -z $meter ]] || metering+=(--meter "$meter")
[[ -z $meter_period ]] || metering+=(--meter-period "$meter_period")
[[ -z $checkpoint_every ]] || metering+=(--checkpoint-every "$checkpoint_every")
# What every training and every estimate needs to know.
building=()
[[ -z $engine ]] || building+=(--engine "$engine")
[[ -z $device ]] || building+=(--device "$device")
space=(--config "$config" ${pins[@]+"${pins[@]}"})
[[ -z $epochs ]] || space+=(--epochs "$epochs")
[[ -z $seed ]] || space+=(--seed "$seed")
[[ -z $dataset ]] || space+=(--dataset "$dataset")

# The archive is the last thing that a build writes.
is_built() {
  local archive=$here/target/greenscreen.tar.gz
  [[ -x $greenscreen && -f $archive ]] || return 1
  [[ -z $(find "$here/pom.xml" "$here/src" "$here/config.yaml" -newer "$archive" -print -quit) ]]
}

build() {
  say 'Building greenscreen with Maven …'
  command -v mvn >/dev/null || { say 'greenscreen.sh: mvn not found; install Maven 3.8 or newer.'; exit 1; }
  (cd "$here" && mvn -q -B -DskipTests package) >&2 || { say 'greenscreen.sh: the build failed, see above.'; exit 1; }
}

has_gpu() {
  [[ ${CUDA_VISIBLE_DEVICES-unset} != '' && ${CUDA_VISIBLE_DEVICES-unset} != -1 ]] || return 1
  command -v nvidia-smi >/dev/null && timeout 15 nvidia-smi -L 2>/dev/null | grep -q '^GPU [0-9]'
}

# Succeed where a run folder with this line in its status exists.
has_run() { grep -qs -- "$1" "$runs"/[0-9]*/status.yaml; }

# Print the folder of the newest run of this purpose where it was begun and has not ended, or its process crashed.
unfinished() {
  local newest
  newest=$(grep -ls -- "^purpose: $1" "$runs"/[0-9]*/status.yaml | sort -V | tail -n 1)
  [[ -n $newest ]] && grep -qE -- '^(state: (interrupted|running)|retry_on_resume: true)' "$newest" && dirname -- "$newest"
}

# Succeed where the newest run of this purpose was stopped early, which is no failure.
was_stopped() {
  local newest
  newest=$(grep -ls -- "^purpose: $1" "$runs"/[0-9]*/status.yaml | sort -V | tail -n 1)
  [[ -n $newest ]] && grep -q -- '^state: stopped' "$newest"
}

# Return from a step only where the study may go on; an interrupt ends it.
step() {
  local title=$1
  shift
  say ''
  say "== $title"
  "$greenscreen" "$@"
  local code=$?
  if ((code == 130 || code == 143)); then
    say "greenscreen.sh: interrupted; resume with --resume."
    exit 130
  fi
  return "$code"
}

is_built || build

# The help of a command looks at the words before it, and does nothing.
carbon=()
[[ -z $country ]] || carbon+=(--country "$country")
[[ -z $grid_intensity ]] || carbon+=(--grid-intensity "$grid_intensity")
[[ -z $pue ]] || carbon+=(--pue "$pue")
if ((${#faults[@]} + ${#limits[@]} + ${#building[@]})); then
  "$greenscreen" sweep ${building[@]+"${building[@]}"} ${faults[@]+"${faults[@]}"} ${limits[@]+"${limits[@]}"} --help >/dev/null || exit 2
fi
if ((${#carbon[@]})); then
  "$greenscreen" analyze "${carbon[@]}" --help >/dev/null || exit 2
fi

if compgen -G "$runs/[0-9]*" >/dev/null && [[ $resume == no ]]; then
  say "greenscreen.sh: $runs already holds runs; resume them with --resume, or choose another folder with --runs DIR."
  exit 2
fi
keep_options

if [[ $quick == no ]] && { [[ $device == cpu ]] || ! has_gpu; }; then
  [[ $device == cpu ]] || say 'No NVIDIA GPU found: the study will train on the CPU.'
  say 'Estimating how long the study would take on the CPU …'
  step 'Estimate' doctor --estimate "${study[@]}" ${building[@]+"${building[@]}"} "${space[@]}" -n "$n" || say 'The estimate failed; continuing without it.'
  say 'Continuing; press Ctrl-C to stop the study. ./greenscreen.sh --quick runs a small one in minutes.'
fi

status=0
begun=''
[[ $resume == no ]] || begun=$(unfinished baseline)
if [[ $resume == no || -n $begun ]] || ! has_run '^purpose: baseline'; then
  if [[ -n $begun ]]; then
    step 'Baseline (resumed)' train "$begun" ${metering[@]+"${metering[@]}"} ${building[@]+"${building[@]}"}
  else
    step 'Baseline' train --baseline "${study[@]}" ${metering[@]+"${metering[@]}"} ${building[@]+"${building[@]}"} "${space[@]}" ${limits[@]+"${limits[@]}"}
  fi
  code=$?
  if ((code == 2)); then
    # Nothing has begun, so there is nothing to go on with.
    [[ $resume == yes ]] || { rm -f -- "$runs/study.args"; rmdir -- "$runs" 2>/dev/null; }
    exit 2
  fi
  if ((code != 0)) && was_stopped baseline; then
    say 'The baseline was stopped early, see above; the study continues without it.'
  elif ((code != 0)); then
    say 'The baseline failed; the sweep continues without it.'
    status=3
  fi
fi

resuming=()
[[ $resume == no || ! -e $runs/sweep.yaml ]] || resuming=(--resume)
step "Sweep of $n configurations" sweep -n "$n" ${resuming[@]+"${resuming[@]}"} "${study[@]}" ${metering[@]+"${metering[@]}"} ${building[@]+"${building[@]}"} "${space[@]}" \
  ${faults[@]+"${faults[@]}"} ${limits[@]+"${limits[@]}"}
code=$?
((code == 0 || code == 3)) || exit "$code"
((code == 0)) || status=3

step 'Analysis' analyze --runs "$runs" --report "$report" ${carbon[@]+"${carbon[@]}"} || exit $?

begun=''
[[ $resume == no ]] || begun=$(unfinished final)
if [[ -n $begun ]]; then
  step 'Final run (resumed)' train "$begun" ${metering[@]+"${metering[@]}"} ${building[@]+"${building[@]}"}
else
  step 'Final run of the best configuration' final --epochs "$final_epochs" "${study[@]}" ${metering[@]+"${metering[@]}"} ${building[@]+"${building[@]}"} --report "$report" ${limits[@]+"${limits[@]}"}
fi || {
  status=$?
  ! was_stopped final || say 'The final run was stopped early, see above; the report does not include it.'
}

step 'Report' report --runs "$runs" --report "$report" ${carbon[@]+"${carbon[@]}"} || exit $?
exit "$status"
