-- Removes sets of a generation, and its marker, unless it is the one that is read.
-- KEYS: marker, the generation's marker, then each set. ARGV: generation.
if redis.call('HGET', KEYS[1], 'generation') == ARGV[1] then
  return 'running'
end
for i = 2, #KEYS do
  redis.call('UNLINK', KEYS[i])
end
return 'done'
