"""Runs command lines of the AWS CLI in one process, which saves its long start: reads a JSON list of arguments on each line."""

import contextlib
import io
import json
import sys

from awscli.clidriver import create_clidriver

driver = create_clidriver()

for line in sys.stdin:
    output, errors = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
        try:
            status = driver.main(json.loads(line))
        except SystemExit as end:
            status = end.code
    answer = {"status": status, "output": output.getvalue(), "errors": errors.getvalue()}
    print(json.dumps(answer), flush=True)
