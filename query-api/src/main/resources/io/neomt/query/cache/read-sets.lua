-- One snapshot of a tenant's marker, some of its users and all of their roles.
-- KEYS: the marker, then each user. ARGV: complete, the position needed, what the key of each role starts with.
-- Returns {marker, users, roles}; only the marker when the sets are incomplete or behind.
local marker = redis.call('HMGET', KEYS[1], 'generation', 'position', 'complete')
if marker[3] ~= ARGV[1] or not marker[2] or tonumber(marker[2]) < tonumber(ARGV[2]) then
  return {marker}
end
local users, roles, seen = {}, {}, {}
for i = 2, #KEYS do
  local user = redis.call('HMGET', KEYS[i], 'v', 's', 'r', 't', 'd', 'a')
  users[i - 1] = user
  if user[2] == 'active' and user[3] then
    for id in string.gmatch(user[3], '%x+%-%x+%-%x+%-%x+%-%x+') do
      if not seen[id] then
        seen[id] = true
        roles[#roles + 1] = id
        roles[#roles + 1] = redis.call('HMGET', ARGV[3] .. id .. ':permissions', 'v', 's', 'n', 'd')
      end
    end
  end
end
return {marker, users, roles}
