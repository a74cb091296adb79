-- Closes a rebuild: the sets together are the tenant's state at this position.
-- KEYS: marker. ARGV: token, complete, position, channel, message.
if redis.call('HGET', KEYS[1], 'rebuild') ~= ARGV[1] then
  return 'lost'
end
redis.call('HSET', KEYS[1], 'position', ARGV[3], 'complete', ARGV[2])
redis.call('HDEL', KEYS[1], 'rebuild')
redis.call('PUBLISH', ARGV[4], ARGV[5])
return 'done'
