-- Opens a rebuild: from here on nobody concludes anything from the tenant's sets, and whoever was rebuilding has lost.
-- KEYS: marker. ARGV: token. Answers the position that the marker had.
local position = redis.call('HGET', KEYS[1], 'position')
if not position or not tonumber(position) then
  position = '0'
end
redis.call('HSET', KEYS[1], 'generation', '1', 'position', position, 'complete', '0', 'rebuild', ARGV[1])
return position
