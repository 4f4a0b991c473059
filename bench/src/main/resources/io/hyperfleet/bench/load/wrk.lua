-- Fills the blanks of one request template, as RequestTemplate does, and prints figures for WrkLoad to read.
-- Arguments: method, path, body, seeded rows, time of row 0, name of this run, most requests of a thread.
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init(args)
  method, path, body = args[1], args[2], args[3]
  rows, first, run, most = tonumber(args[4]), tonumber(args[5]), args[6], tonumber(args[7])
  sent = 0
  math.randomseed(number * 7919 + os.time())
  if #body > 0 then wrk.headers["Content-Type"] = "application/json" end
end

local function seeded_id()
  local time = string.format("%012x", first + math.random(rows))
  return time:sub(1, 8) .. "-" .. time:sub(9, 12) .. "-7000-8000-000000000000"
end

local function fill(text)
  if text:find("{id}", 1, true) then text = text:gsub("{id}", seeded_id()) end
  if text:find("{unique}", 1, true) then text = text:gsub("{unique}", run .. "-" .. number .. "-" .. sent) end
  return text
end

function request()
  sent = sent + 1
  if sent > most then wrk.thread:stop() end
  return wrk.format(method, fill(path), nil, #body > 0 and fill(body) or nil)
end

function done(summary, latency)
  local errors = summary.errors
  print("bench-errors " .. errors.status + errors.connect + errors.read + errors.write + errors.timeout)
  print("bench-requests " .. summary.requests)
  print("bench-micros " .. summary.duration)
  for step = 1, 1000 do
    print("bench-latency " .. math.floor(latency:percentile((step - 0.5) / 10)))
  end
end
