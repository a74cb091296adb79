-- One snapshot of a tenant: its marker, users with their roles and teams, resources with their teams, further teams, and
-- the roles of all those teams.
-- KEYS: the marker, users, resources. ARGV: complete, the position needed, how many of the keys are users, what the key
-- of each role starts with, what that of each team starts with, 1 to read roles and teams or 0, then further teams.
-- Returns {marker, users, resources, roles, teams}, of which the last two hold ids and values in turns; only the marker
-- when the sets are incomplete or behind.
local marker = redis.call('HMGET', KEYS[1], 'generation', 'position', 'complete')
if marker[3] ~= ARGV[1] or not marker[2] or tonumber(marker[2]) < tonumber(ARGV[2]) then
  return {marker}
end
local users, resources, roles, teams, seen = {}, {}, {}, {}, {}
local last_user, shared = 1 + tonumber(ARGV[3]), ARGV[6] == '1'

local function first_parts(json)
  local ids = cjson.decode(json)
  for i = 1, #ids do
    if type(ids[i]) == 'table' then
      ids[i] = ids[i][1]
    end
  end
  return ids
end

local function read_role(id)
  if not seen[id] then
    seen[id] = true
    roles[#roles + 1] = id
    roles[#roles + 1] = redis.call('HMGET', ARGV[4] .. id .. ':permissions', 'v', 's', 'n', 'd')
  end
end

local function read_team(id)
  if not seen[id] then
    seen[id] = true
    local team = redis.call('HMGET', ARGV[5] .. id .. ':permissions', 'v', 's', 'n', 'u', 'r', 'd')
    teams[#teams + 1] = id
    teams[#teams + 1] = team
    if team[5] then
      for _, role in ipairs(first_parts(team[5])) do
        read_role(role)
      end
    end
  end
end

for i = 2, last_user do
  local user = redis.call('HMGET', KEYS[i], 'v', 's', 'r', 't', 'd', 'a')
  users[i - 1] = user
  if shared and user[2] == 'active' then
    for _, role in ipairs(first_parts(user[3] or '[]')) do
      read_role(role)
    end
    for _, team in ipairs(first_parts(user[4] or '[]')) do
      read_team(team)
    end
  end
end
for i = last_user + 1, #KEYS do
  local resource = redis.call('HMGET', KEYS[i], 'v', 's', 'o', 't', 'p')
  resources[i - last_user] = resource
  if shared and resource[4] then
    read_team(resource[4])
  end
end
for i = 7, #ARGV do
  read_team(ARGV[i])
end
return {marker, users, resources, roles, teams}
