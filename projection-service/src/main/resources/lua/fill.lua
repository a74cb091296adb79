-- Writes one piece of a rebuild, whatever stood there: while the marker is incomplete only the rebuild may write.
-- KEYS: marker. ARGV: token, what the generation's keys start with, then for each set its name, how many fields and values
-- it has, and those.
if redis.call('HGET', KEYS[1], 'rebuild') ~= ARGV[1] then
  return 'lost'
end
local arg = 3
while arg < #ARGV do
  local key, count = ARGV[2] .. ARGV[arg], tonumber(ARGV[arg + 1])
  redis.call('DEL', key)
  redis.call('HSET', key, unpack(ARGV, arg + 2, arg + 1 + count))
  arg = arg + count + 2
end
return 'done'
