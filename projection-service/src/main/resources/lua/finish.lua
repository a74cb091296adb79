-- Closes a rebuild: the sets together are the tenant's state at this position.
-- KEYS: marker. ARGV: token, complete, position, channel or nothing, message.
if redis.call('HGET', KEYS[1], 'rebuild') ~= ARGV[1] then
  return 'lost'
end
redis.call('HSET', KEYS[1], 'position', ARGV[3], 'complete', ARGV[2])
redis.call('HDEL', KEYS[1], 'rebuild')
if ARGV[4] ~= '' then
  redis.call('PUBLISH', ARGV[4], ARGV[5])
end
return 'done'
