-- Writes one piece of a rebuild, whatever stood there: while the marker is incomplete only the rebuild may write.
-- KEYS: marker, then each set. ARGV: token, then for each set how many fields and values it has, and those.
if redis.call('HGET', KEYS[1], 'rebuild') ~= ARGV[1] then
  return 'lost'
end
local arg = 2
for i = 2, #KEYS do
  local count = tonumber(ARGV[arg])
  redis.call('DEL', KEYS[i])
  redis.call('HSET', KEYS[i], unpack(ARGV, arg + 1, arg + count))
  arg = arg + count + 1
end
return 'done'
