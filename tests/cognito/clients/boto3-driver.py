"""Calls operations of Cognito by boto3: reads a JSON request on each line and answers it with one."""

import json
import sys

import boto3
from botocore import xform_name
from botocore.exceptions import ClientError

clients = {}

for line in sys.stdin:
    request = json.loads(line)
    url = request["url"]
    if url not in clients:
        clients[url] = boto3.client("cognito-idp", endpoint_url=url)
    try:
        output = getattr(clients[url], xform_name(request["operation"]))(**request["input"])
        output.pop("ResponseMetadata")
        answer = {"output": output}
    except ClientError as error:
        answer = {"error": error.response["Error"]}
    except Exception as error:  # The client refuses the request itself.
        answer = {"failure": repr(error)}
    print(json.dumps(answer, default=str), flush=True)
