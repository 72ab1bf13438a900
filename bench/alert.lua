-- A body of 2 KB as Alertmanager writes it, with one of a thousand alerts, each time begun anew: nothing is a duplicate.
local thread_number = 0
function setup(thread)
  thread:set("number", thread_number)
  thread_number = thread_number + 1
end

local began = os.date("!%Y-%m-%dT%H:%M:%S", os.time())
local count = 0
local padding = string.rep("x", 1450)
local body = '{"version":"4","groupKey":"{}:{alertname=\\"QueueBacklog\\"}","truncatedAlerts":0,"status":"firing",'
  .. '"receiver":"pulumiscale","groupLabels":{"alertname":"QueueBacklog"},"commonLabels":{"alertname":"QueueBacklog"},'
  .. '"commonAnnotations":{},"externalURL":"http://alertmanager.example.com","alerts":[{"status":"firing",'
  .. '"labels":{"alertname":"QueueBacklog","pool_name":"pool-0"},"annotations":{"pulumiscale_action":"delta",'
  .. '"pulumiscale_value":"1","description":"' .. padding .. '"},"startsAt":"%s.%06dZ",'
  .. '"endsAt":"0001-01-01T00:00:00Z","generatorURL":"http://prometheus.example.com/graph","fingerprint":"%x"}]}'

function request()
  count = count + 1
  local fingerprint = number * 500 + count % 500
  return wrk.format("POST", nil, nil, string.format(body, began, count, fingerprint))
end

function done(summary, latency, requests)
  io.write(string.format("requests=%d seconds=%.3f p99=%.3f bad=%d errors=%d\n", summary.requests,
    summary.duration / 1e6, latency:percentile(99) / 1000, summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
