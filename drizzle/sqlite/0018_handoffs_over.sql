-- Hand-offs of an order that had moved on since, from before their end was kept: nobody is warned of them any more.
UPDATE `orders` SET `body` = json_set(`body`, '$.handoff.over', json_extract(`body`, '$.state.at'))
WHERE json_extract(`body`, '$.handoff.over') IS NULL
  AND json_extract(`body`, '$.state.at') > json_extract(`body`, '$.handoff.at');
