"""The package's random generator again, written from its papers, so that fixtures can draw what Parlance draws."""

MASK = (1 << 64) - 1


class SplitMix64:
    """Steele, Lea and Flood (2014)."""

    def __init__(self, state):
        self.state = state & MASK

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        value = self.state
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9 & MASK
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB & MASK
        return value ^ (value >> 31)


def fnv1a64(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x00000100000001B3 & MASK
    return value


class SeededGenerator:
    """xoshiro256** (Blackman and Vigna 2018), its state filled by SplitMix64."""

    def __init__(self, seed):
        self.seed = seed & MASK
        mixer = SplitMix64(self.seed)
        self.state = [mixer.next() for _ in range(4)]

    def next(self):
        def rotate(value, count):
            return (value << count | value >> (64 - count)) & MASK

        s = self.state
        result = rotate(s[1] * 5 & MASK, 7) * 9 & MASK
        shifted = s[1] << 17 & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= shifted
        s[3] = rotate(s[3], 45)
        return result

    def child(self, name, index=None):
        named = SplitMix64(self.seed ^ fnv1a64(name.encode())).next()
        return SeededGenerator(named if index is None else SplitMix64(named + index).next())

    def below(self, bound):
        """Lemire (2019)."""
        threshold = (1 << 64) % bound
        while True:
            product = self.next() * bound
            if product & MASK >= threshold:
                return product >> 64

    def shuffled(self, elements):
        result = list(elements)
        for last in range(len(result) - 1, 0, -1):
            other = self.below(last + 1)
            result[last], result[other] = result[other], result[last]
        return result
