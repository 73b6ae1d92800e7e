"""A network in PyTorch on one thread: an epoch for every line that comes in. Answers: wall, CPU seconds, mean loss.
Arguments: how many of the training images to use, and the network: dense, cnn or reader, as in bench/train."""
import gzip, os, sys, time
import numpy as np
import torch
from torch import nn

def idx(name, skip):
    with gzip.open(os.path.join(os.environ["MNIST_DIR"], name)) as f:
        return np.frombuffer(f.read(), np.uint8, offset=skip)

def network(name):
    if name == "dense":
        return nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))
    if name == "cnn":
        return nn.Sequential(nn.Conv2d(1, 8, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(8, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
                             nn.Flatten(), nn.Linear(256, 10))
    return nn.Sequential(nn.Conv2d(1, 16, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(16, 24, 3), nn.ReLU(),
                         nn.Conv2d(24, 32, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(512, 32), nn.ReLU(),
                         nn.Linear(32, 10))

images, name = int(sys.argv[1]), sys.argv[2]
torch.set_num_threads(1)
torch.manual_seed(1)
x = torch.from_numpy(idx("train-images-idx3-ubyte.gz", 16).reshape((-1, 784) if name == "dense" else (-1, 1, 28, 28))[:images].astype(np.float32) / 255)
t = torch.from_numpy(idx("train-labels-idx1-ubyte.gz", 8).astype(np.int64))
net = network(name)
sgd = torch.optim.SGD(net.parameters(), lr=0.1)
loss_of = nn.CrossEntropyLoss()
print("ready", flush=True)
for _ in sys.stdin:
    wall, cpu, total, steps = time.perf_counter(), time.process_time(), 0.0, 0
    for at in range(0, len(x), 64):
        sgd.zero_grad()
        loss = loss_of(net(x[at:at + 64]), t[at:at + 64])
        loss.backward()
        sgd.step()
        total += loss.item()
        steps += 1
    print(time.perf_counter() - wall, time.process_time() - cpu, total / steps, flush=True)
