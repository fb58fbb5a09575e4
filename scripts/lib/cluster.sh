# The cluster that kubectl's context names, for the scripts that work on it. To be sourced, in the project's folder.

PART='app.kubernetes.io/part-of=oceanid'
# What the manifests are made of, in the order in which it can go.
KINDS=(pingsources.sources.knative.dev triggers.eventing.knative.dev sinkbindings.sources.knative.dev
  services.serving.knative.dev brokers.eventing.knative.dev eventtypes.eventing.knative.dev cronjobs.batch jobs.batch
  poddisruptionbudgets.policy networkpolicies.networking.k8s.io externalsecrets.external-secrets.io configmaps serviceaccounts)
# Where Knative's services are reached that are no one else's; another ingress than Kourier has another.
INGRESS=${INGRESS:-kourier-system/kourier-internal}

need_kubectl() {
  command -v kubectl >/dev/null || fail 'kubectl is not on the PATH'
  kubectl version >/dev/null 2>&1 \
    || fail "no cluster answers at the context $(kubectl config current-context 2>/dev/null || echo '(none)') of kubectl"
}

has_kind() {
  kubectl get crd "$1" >/dev/null 2>&1
}

# The folder of an overlay: the name of one in knative/overlays, or a folder of one's own.
overlay_folder() {
  if [ -f "knative/overlays/$1/kustomization.yaml" ]; then
    printf 'knative/overlays/%s\n' "$1"
  elif [ -f "$1/kustomization.yaml" ]; then
    printf '%s\n' "$1"
  else
    fail "no overlay $1: name a folder with a kustomization.yaml, or one of $(cd knative/overlays && echo *)" 2
  fi
}

# The functions that are deployed in a namespace.
functions_in() {
  kubectl -n "$1" get services.serving.knative.dev -l "$PART" -o jsonpath='{range .items[*]}{.metadata.name}{"\n"}{end}'
}

# One field of a Knative service.
field_of() {
  kubectl -n "$1" get services.serving.knative.dev "$2" -o "jsonpath=$3" 2>/dev/null
}

# The revision that most requests go to.
routed_revision() {
  kubectl -n "$1" get services.serving.knative.dev "$2" \
    -o jsonpath='{range .status.traffic[*]}{.percent}{" "}{.revisionName}{"\n"}{end}' 2>/dev/null | sort -rn | awk 'NR == 1 { print $2 }'
}

# Why a Knative service is not ready: conditions, containers and the end of their logs.
explain_service() {
  local revision
  kubectl -n "$1" get services.serving.knative.dev "$2" \
    -o jsonpath='{range .status.conditions[?(@.status!="True")]}{"  "}{.type}{": "}{.reason}{" "}{.message}{"\n"}{end}' >&2
  revision=$(field_of "$1" "$2" '{.status.latestCreatedRevisionName}')
  [ -n "$revision" ] || return 0
  kubectl -n "$1" get pods -l "serving.knative.dev/revision=$revision" \
    -o jsonpath='{range .items[*]}{"  "}{.metadata.name}{" "}{.status.phase}{range .status.containerStatuses[*]}{" "}{.name}{" "}{.state}{end}{"\n"}{end}' >&2
  kubectl -n "$1" logs -l "serving.knative.dev/revision=$revision" -c user-container --tail=20 --prefix >&2 2>/dev/null || true
}

# Waits until a Knative service is ready, or says why it is not.
await_service() {
  kubectl -n "$1" wait --for=condition=Ready "services.serving.knative.dev/$2" --timeout="$3s" >/dev/null 2>&1 && return
  printf '%s is not ready after %s s:\n' "$2" "$3" >&2
  explain_service "$1" "$2"
  return 1
}

# Opens a way to the ingress; sets INGRESS_URL. Ends with close_ingress.
open_ingress() {
  local log tries=0
  log=$(mktemp)
  kubectl -n "${INGRESS%/*}" port-forward "service/${INGRESS#*/}" :80 >"$log" 2>&1 &
  INGRESS_PID=$!
  until INGRESS_URL=http://$(sed -n 's/^Forwarding from \(127[^ ]*\) .*/\1/p' "$log" | head -n 1) && [ "$INGRESS_URL" != http:// ]; do
    tries=$((tries + 1))
    if [ "$tries" -gt 150 ] || ! kill -0 "$INGRESS_PID" 2>/dev/null; then
      printf 'the ingress %s cannot be reached (INGRESS=namespace/service names another): %s\n' "$INGRESS" "$(tail -n 1 "$log")" >&2
      rm -f "$log"
      return 1
    fi
    sleep 0.1
  done
  rm -f "$log"
}

close_ingress() {
  [ -z "${INGRESS_PID:-}" ] || kill "$INGRESS_PID" 2>/dev/null || true
  INGRESS_PID=''
}

# curl to a function, which wakes it: namespace, name, path and what else curl is to be told.
call_function() {
  curl --silent --show-error --max-time 60 -H "Host: $2.$1.svc.cluster.local" "${@:4}" "$INGRESS_URL$3"
}
