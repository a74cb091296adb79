-- Writes one piece of a rebuild, whatever stood there: while the marker is incomplete only the rebuild may write.
-- KEYS: marker, then each set. ARGV: token, position, then for each set: status, field, value, d.
if redis.call('HGET', KEYS[1], 'rebuild') ~= ARGV[1] then
  return 'lost'
end
local arg = 3
for i = 2, #KEYS do
  redis.call('HSET', KEYS[i], 'v', ARGV[2], 's', ARGV[arg], ARGV[arg + 1], ARGV[arg + 2], 'd', ARGV[arg + 3])
  arg = arg + 4
end
return 'done'
