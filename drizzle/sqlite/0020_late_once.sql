-- Orders that were counted as late before that was written on them: they are not counted again, as late or in time, when they end.
UPDATE `orders` SET `body` = json_set(`body`, '$.clock.late', json_extract(`body`, '$.partner.id'))
WHERE `status` NOT IN ('done', 'cancelled', 'failed')
  AND json_extract(`body`, '$.partner.id') IS NOT NULL
  AND json_extract(`body`, '$.clock.late') IS NULL
  AND json_extract(`body`, '$.clock.stuck.inStop') IS NULL
  AND json_extract(`body`, '$.clock.stuck.since') > coalesce(json_extract(`body`, '$.clock.noAnswer'), -1)
  AND json_extract(`body`, '$.clock.stuck.since') >= coalesce(
    json_extract(`body`, '$.passedOnAt'),
    (SELECT max(json_extract(`offer`.`value`, '$.state.at')) FROM json_each(`orders`.`body`, '$.offers') AS `offer`
     WHERE json_extract(`offer`.`value`, '$.state.type') = 'accepted'
       AND json_extract(`offer`.`value`, '$.partner.id') = json_extract(`orders`.`body`, '$.partner.id')),
    0)
  -- Marked by the version that writes it down, which had a reason not to.
  AND json_extract(`body`, '$.confirmation.waitsFrom') IS NULL
  AND coalesce(json_extract(`body`, '$.confirmation.state'), '') <> 'cannot';
