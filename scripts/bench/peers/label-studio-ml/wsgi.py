"""What gunicorn runs."""

import tempfile

from label_studio_ml.api import init_app
from model import TritonModel

app = init_app(TritonModel, model_dir=tempfile.mkdtemp())
