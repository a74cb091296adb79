-- Makes another generation the one that is read, or changes nothing. What was read stays, under a marker of its own.
-- KEYS: marker, the other generation's marker. ARGV: complete, the position that the other one is believed to be at, what
-- the keys of the first generation start with, channel, message.
local running = redis.call('HMGET', KEYS[1], 'generation', 'position', 'complete')
local other = redis.call('HMGET', KEYS[2], 'generation', 'position', 'complete')
if other[3] ~= ARGV[1] or not other[1] then
  return 'lost'
end
if running[3] ~= ARGV[1] or not running[1] then
  return 'missing'
end
if other[2] ~= ARGV[2] or tonumber(other[2]) < tonumber(running[2]) then
  return 'moved'
end
redis.call('HSET', ARGV[3] .. 'g' .. running[1] .. ':meta',
  'generation', running[1], 'position', running[2], 'complete', running[3])
redis.call('HSET', KEYS[1], 'generation', other[1], 'position', other[2], 'previous', running[1])
redis.call('DEL', KEYS[2])
redis.call('PUBLISH', ARGV[4], ARGV[5])
return 'done'
