-- Names the sets that two generations hold differently, whenever each was written.
-- KEYS: marker, the other generation's marker. ARGV: complete, what the keys of the first generation start with, 1 to
-- compare only at the same position and with all that differs, then names of sets.
-- Answers the names; or for each field that differs its set, its name, and both values, where there are such; or 'moved'
-- alone when both are not complete at the same position.
local running = redis.call('HMGET', KEYS[1], 'generation', 'position', 'complete')
local other = redis.call('HMGET', KEYS[2], 'generation', 'position', 'complete')
local exact = ARGV[3] == '1'
if not running[1] or not other[1] then
  return {'moved'}
end
if exact and (running[3] ~= ARGV[1] or other[3] ~= ARGV[1] or running[2] ~= other[2]) then
  return {'moved'}
end

local function start(generation)
  return generation == '1' and ARGV[2] or ARGV[2] .. 'g' .. generation .. ':'
end

local function fields(key)
  local flat, all = redis.call('HGETALL', key), {}
  for i = 1, #flat, 2 do
    all[flat[i]] = flat[i + 1]
  end
  all['v'] = nil
  return all
end

local found, old, new = {}, start(running[1]), start(other[1])
for i = 4, #ARGV do
  local before, after, differs = fields(old .. ARGV[i]), fields(new .. ARGV[i]), {}
  for name, value in pairs(before) do
    if after[name] ~= value then
      differs[#differs + 1] = name
    end
  end
  for name in pairs(after) do
    if before[name] == nil then
      differs[#differs + 1] = name
    end
  end
  if exact then
    for _, name in ipairs(differs) do
      for _, part in ipairs({ARGV[i], name, before[name] or false, after[name] or false}) do
        found[#found + 1] = part
      end
    end
  elseif #differs > 0 then
    found[#found + 1] = ARGV[i]
  end
end
return found
