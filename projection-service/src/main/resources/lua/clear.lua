-- Drops sets, but only for the rebuild under way.
-- KEYS: marker, then each set. ARGV: token.
if redis.call('HGET', KEYS[1], 'rebuild') ~= ARGV[1] then
  return 'lost'
end
for i = 2, #KEYS do
  redis.call('UNLINK', KEYS[i])
end
return 'done'
