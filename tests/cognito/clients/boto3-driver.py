"""Calls operations of Cognito by boto3: reads one JSON request on each line and answers each with one."""

import json
import sys

import boto3
from botocore import xform_name
from botocore.config import Config
from botocore.exceptions import ClientError

settings = json.loads(sys.argv[1])
client = boto3.client(
    "cognito-idp",
    endpoint_url=settings["url"],
    region_name=settings["region"],
    aws_access_key_id=settings["accessKeyId"],
    aws_secret_access_key=settings["secretAccessKey"],
    config=Config(retries={"total_max_attempts": 1}),
)

for line in sys.stdin:
    request = json.loads(line)
    try:
        output = getattr(client, xform_name(request["operation"]))(**request["input"])
        output.pop("ResponseMetadata")
        answer = {"output": output}
    except ClientError as error:
        answer = {"error": error.response["Error"]}
    except Exception as error:  # the client itself refuses the request
        answer = {"failure": repr(error)}
    print(json.dumps(answer, default=str), flush=True)
