-- Writes the sets that changed between two positions, and moves the marker, or changes nothing.
-- KEYS: marker, then each set. ARGV: complete, from, to, channel, message, then for each set how many fields and values
-- it has, and those.
local marker = redis.call('HMGET', KEYS[1], 'position', 'complete')
if marker[2] ~= ARGV[1] then
  return 'missing'
end
local from, to, position = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(marker[1])
if position >= to then
  return 'done'
end
if position < from then
  return 'lost'
end
local arg = 6
for i = 2, #KEYS do
  local count = tonumber(ARGV[arg])
  local version = redis.call('HGET', KEYS[i], 'v')
  if not version or tonumber(version) < to then
    redis.call('DEL', KEYS[i])
    redis.call('HSET', KEYS[i], unpack(ARGV, arg + 1, arg + count))
  end
  arg = arg + count + 1
end
redis.call('HSET', KEYS[1], 'position', ARGV[3])
redis.call('PUBLISH', ARGV[4], ARGV[5])
return 'done'
