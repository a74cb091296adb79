-- Writes the sets that changed between two positions, and moves the marker, or changes nothing.
-- KEYS: marker. ARGV: complete, from, to, what the keys of the first generation start with, channel or nothing, message,
-- then for each set its name, how many fields and values it has, and those. They go into the marker's generation.
local marker = redis.call('HMGET', KEYS[1], 'position', 'complete', 'generation')
if marker[2] ~= ARGV[1] or not marker[3] then
  return 'missing'
end
local from, to, position = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(marker[1])
if position >= to then
  return 'done'
end
if position < from then
  return 'lost'
end
local start = ARGV[4]
if marker[3] ~= '1' then
  start = start .. 'g' .. marker[3] .. ':'
end
local arg = 7
while arg < #ARGV do
  local key, count = start .. ARGV[arg], tonumber(ARGV[arg + 1])
  local version = redis.call('HGET', key, 'v')
  if not version or tonumber(version) < to then
    redis.call('DEL', key)
    redis.call('HSET', key, unpack(ARGV, arg + 2, arg + 1 + count))
  end
  arg = arg + count + 2
end
redis.call('HSET', KEYS[1], 'position', ARGV[3])
if ARGV[5] ~= '' then
  redis.call('PUBLISH', ARGV[5], ARGV[6])
end
return 'done'
