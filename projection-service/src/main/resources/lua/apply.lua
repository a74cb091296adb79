-- Writes the sets that changed between two positions, and moves the marker, or changes nothing.
-- KEYS: marker, then each set. ARGV: from, to, channel, message, then for each set: status, field, value, d.
local marker = redis.call('HMGET', KEYS[1], 'position', 'complete')
if marker[2] ~= '1' then
  return 'missing'
end
local from, to, position = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(marker[1])
if position >= to then
  return 'done'
end
if position < from then
  return 'lost'
end
local arg = 5
for i = 2, #KEYS do
  local version = redis.call('HGET', KEYS[i], 'v')
  if not version or tonumber(version) < to then
    redis.call('HSET', KEYS[i], 'v', ARGV[2], 's', ARGV[arg], ARGV[arg + 1], ARGV[arg + 2], 'd', ARGV[arg + 3])
  end
  arg = arg + 4
end
redis.call('HSET', KEYS[1], 'position', ARGV[2])
redis.call('PUBLISH', ARGV[3], ARGV[4])
return 'done'
