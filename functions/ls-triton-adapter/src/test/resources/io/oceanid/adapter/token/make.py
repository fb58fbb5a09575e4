"""Makes the tokenizers of this folder; the README says how to run it."""

import io
import json
from pathlib import Path

import sentencepiece
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

HERE = Path(__file__).parent
TEXT = """
The motor vessel Aurora left Piraeus for Rotterdam on 3 March under the flag of Malta.
Fishing vessel Nuestra Señora, IMO 9321483, MMSI 224123456, call sign EAXY2, was seen off Cádiz.
The tanker Ocean Star and the trawler Håkon VII met at anchor near Las Palmas de Gran Canaria.
Captain Nguyễn reported engine failure; the coast guard of São Tomé boarded the ship at dawn.
The ship's owner, Blue Horizon Shipping Ltd., flies the flag of Panama and lands tuna at Dakar.
Longliner Øystein sailed from Ålesund to Reykjavík with cod, haddock and saithe in her holds.
Carrier Frio Hellenic took on frozen tuna from purse seiners in the Gulf of Guinea, west of Abidjan.
""".strip().splitlines()
SPECIALS = {"bert": ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"], "roberta": ["<s>", "<pad>", "</s>", "<unk>"]}


def around(tokenizer, single):
    names = [name for name in single.split() if name != "$A"]
    return processors.TemplateProcessing(single=single, special_tokens=[(n, tokenizer.token_to_id(n)) for n in names])


def word_piece(name, lowercase):
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=lowercase, strip_accents=lowercase)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    trainer = trainers.WordPieceTrainer(vocab_size=300, special_tokens=SPECIALS["bert"], show_progress=False)
    tokenizer.train_from_iterator(TEXT, trainer)
    tokenizer.post_processor = around(tokenizer, "[CLS] $A [SEP]")
    tokenizer.enable_truncation(16)
    tokenizer.enable_padding(length=16, pad_id=tokenizer.token_to_id("[PAD]"), pad_token="[PAD]")
    save(name, tokenizer)


def byte_level(name, add_prefix_space, trim_offsets, specials):
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=add_prefix_space)
    tokenizer.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(
        vocab_size=450, special_tokens=specials, initial_alphabet=alphabet, show_progress=False)
    tokenizer.train_from_iterator(TEXT, trainer)
    if specials:
        sep, cls = (("</s>", tokenizer.token_to_id("</s>")), ("<s>", tokenizer.token_to_id("<s>")))
        tokenizer.post_processor = processors.RobertaProcessing(sep, cls, trim_offsets, add_prefix_space)
    else:
        tokenizer.post_processor = processors.ByteLevel(trim_offsets=trim_offsets)
    save(name, tokenizer)


def unigram(name):
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence([
        normalizers.Precompiled(charsmap()),
        normalizers.NFKC(),
        normalizers.Replace(Regex(" {2,}"), " "),
    ])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(prepend_scheme="always")])
    tokenizer.decoder = decoders.Metaspace()
    trainer = trainers.UnigramTrainer(
        vocab_size=300, special_tokens=SPECIALS["roberta"], unk_token="<unk>", show_progress=False)
    tokenizer.train_from_iterator(TEXT, trainer)
    tokenizer.post_processor = around(tokenizer, "<s> $A </s>")
    save(name, tokenizer)


def charsmap():
    """SentencePiece's own normalizer, with a handful of rules instead of NFKC's thousands."""
    rules = HERE / "rules.tsv"
    rules.write_text("FB01\t66 69\n9\t20\nA\t20\nD\t20\n200B\t\nFF21\t41\n2026\t2E 2E 2E\n65 301\tE9\n")
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(TEXT), model_writer=model, vocab_size=120, hard_vocab_limit=False,
        normalization_rule_tsv=str(rules), minloglevel=2)
    rules.unlink()
    from sentencepiece import sentencepiece_model_pb2
    proto = sentencepiece_model_pb2.ModelProto()
    proto.ParseFromString(model.getvalue())
    return proto.normalizer_spec.precompiled_charsmap


def without_pre_tokenizer(name):
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", byte_fallback=True, fuse_unk=True))
    tokenizer.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    specials = ["<unk>", "<s>", "</s>"] + [f"<0x{byte:02X}>" for byte in range(256)]
    tokenizer.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse()])
    trainer = trainers.BpeTrainer(vocab_size=520, special_tokens=specials, show_progress=False)
    words = [word for line in TEXT for word in line.split()]
    tokenizer.train_from_iterator(words, trainer)
    tokenizer.post_processor = around(tokenizer, "<s> $A")
    content = json.loads(tokenizer.to_str())
    content["added_tokens"] = content["added_tokens"][:3]
    save(name, Tokenizer.from_str(json.dumps(content)))


def save(name, tokenizer):
    (HERE / name).mkdir(exist_ok=True)
    (HERE / name / "tokenizer.json").write_text(tokenizer.to_str() + "\n", encoding="utf-8")
    print(name, tokenizer.get_vocab_size(), tokenizer.encode("The ship Aurora 🚢 é").tokens)


word_piece("bert-uncased", lowercase=True)
word_piece("bert-cased", lowercase=False)
byte_level("roberta", add_prefix_space=False, trim_offsets=True, specials=SPECIALS["roberta"])
byte_level("roberta-prefix-space", add_prefix_space=True, trim_offsets=True, specials=SPECIALS["roberta"])
byte_level("gpt2", add_prefix_space=False, trim_offsets=False, specials=[])
unigram("xlm-r")
without_pre_tokenizer("llama")
