-- Closes a rebuild: the sets together are the tenant's state at this position.
-- KEYS: marker. ARGV: token, position, channel, message.
if redis.call('HGET', KEYS[1], 'rebuild') ~= ARGV[1] then
  return 'lost'
end
redis.call('HSET', KEYS[1], 'position', ARGV[2], 'complete', '1')
redis.call('HDEL', KEYS[1], 'rebuild')
redis.call('PUBLISH', ARGV[3], ARGV[4])
return 'done'
