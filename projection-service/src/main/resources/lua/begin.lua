-- Opens a rebuild: from here on nobody concludes anything from the generation's sets, and whoever was rebuilding has lost.
-- KEYS: the generation's marker, that of the generation which is read (the same when it is this one). ARGV: token, the
-- generation where the marker has none, what the keys of the first generation start with.
-- Answers the generation and the position that the marker had.
local marker = redis.call('HMGET', KEYS[1], 'generation', 'position')
local generation, position = marker[1], marker[2]
if not position or not tonumber(position) then
  position = '0'
end
if not generation or not string.match(generation, '^[1-9]%d*$') then
  generation = ARGV[2]
end
if KEYS[1] == KEYS[2] then
  -- whoever still had the same generation beside the one that is read has lost it
  redis.call('DEL', ARGV[3] .. 'g' .. generation .. ':meta')
elseif redis.call('HGET', KEYS[2], 'generation') == generation then
  return 'running'
end
redis.call('HSET', KEYS[1], 'generation', generation, 'position', position, 'complete', '0', 'rebuild', ARGV[1])
return generation .. ' ' .. position
