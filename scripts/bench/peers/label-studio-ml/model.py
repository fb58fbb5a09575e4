"""A model of label-studio-ml that asks Triton, as its template would have it. ../README.md says what it does not do."""

import json
import os

import requests
from label_studio_ml.model import LabelStudioMLBase

MODEL = os.environ["DEFAULT_MODEL"]
URL = f"{os.environ['TRITON_BASE_URL'].rstrip('/')}/v2/models/{MODEL}/infer"
BATCH = int(os.environ["BATCH"])

session = requests.Session()


class TritonModel(LabelStudioMLBase):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.from_name, control = next(iter(self.parsed_label_config.items()))
        self.to_name = control["to_name"][0]
        self.key = control["inputs"][0]["value"]

    def predict(self, tasks, **kwargs):
        predictions = []
        for start in range(0, len(tasks), BATCH):
            texts = [task["data"][self.key] for task in tasks[start : start + BATCH]]
            predictions += [self.prediction(text, found) for text, found in zip(texts, infer(texts))]
        return predictions

    def prediction(self, text, entities):
        result = [
            {
                "from_name": self.from_name,
                "to_name": self.to_name,
                "type": "labels",
                "value": {
                    "start": entity["start"],
                    "end": entity["end"],
                    "text": text[entity["start"] : entity["end"]],
                    "labels": [entity["label"]],
                },
                "score": entity["score"],
            }
            for entity in entities
        ]
        score = sum(entity["score"] for entity in entities) / len(entities) if entities else 0
        return {"result": result, "score": score, "model_version": MODEL}


def infer(texts):
    """The entities of each text."""
    answer = session.post(
        URL,
        json={
            "inputs": [{"name": "text", "datatype": "BYTES", "shape": [len(texts), 1], "data": texts}],
            "outputs": [{"name": "entities_json"}],
        },
        timeout=60,
    )
    answer.raise_for_status()
    return [json.loads(entities) for entities in answer.json()["outputs"][0]["data"]]
