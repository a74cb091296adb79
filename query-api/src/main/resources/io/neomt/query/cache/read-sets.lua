-- One snapshot of a tenant: its marker, users with their roles and teams, resources with their teams, further teams, and
-- the roles of all those teams.
-- KEYS: the marker. ARGV: complete, the position needed, what the keys of the first generation start with, 1 to read roles
-- and teams or 0, how many users, how many resources, then the names of their sets, then further teams.
-- Returns {marker, users, resources, roles, teams}, of which the last two hold ids and values in turns; only the marker
-- when the sets are incomplete or behind. Whichever generation the marker names is the one that is read.
local marker = redis.call('HMGET', KEYS[1], 'generation', 'position', 'complete')
if marker[3] ~= ARGV[1] or not marker[1] or not marker[2] or tonumber(marker[2]) < tonumber(ARGV[2]) then
  return {marker}
end
local users, resources, roles, teams, seen = {}, {}, {}, {}, {}
local start, shared, last_user = ARGV[3], ARGV[4] == '1', 6 + tonumber(ARGV[5])
local last_resource = last_user + tonumber(ARGV[6])
if marker[1] ~= '1' then
  start = start .. 'g' .. marker[1] .. ':'
end

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
    roles[#roles + 1] = redis.call('HMGET', start .. 'role:' .. id .. ':permissions', 'v', 's', 'n', 'd')
  end
end

local function read_team(id)
  if not seen[id] then
    seen[id] = true
    local team = redis.call('HMGET', start .. 'team:' .. id .. ':permissions', 'v', 's', 'n', 'u', 'r', 'd')
    teams[#teams + 1] = id
    teams[#teams + 1] = team
    if team[5] then
      for _, role in ipairs(first_parts(team[5])) do
        read_role(role)
      end
    end
  end
end

for i = 7, last_user do
  local user = redis.call('HMGET', start .. ARGV[i], 'v', 's', 'r', 't', 'd', 'a')
  users[i - 6] = user
  if shared and user[2] == 'active' then
    for _, role in ipairs(first_parts(user[3] or '[]')) do
      read_role(role)
    end
    for _, team in ipairs(first_parts(user[4] or '[]')) do
      read_team(team)
    end
  end
end
for i = last_user + 1, last_resource do
  local resource = redis.call('HMGET', start .. ARGV[i], 'v', 's', 'o', 't', 'p')
  resources[i - last_user] = resource
  if shared and resource[4] then
    read_team(resource[4])
  end
end
for i = last_resource + 1, #ARGV do
  read_team(ARGV[i])
end
return {marker, users, resources, roles, teams}
