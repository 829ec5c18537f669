package im.sparrow.contracts;

/**
 * MurmurHash2, 32 bits, with Kafka's seed: the hash behind the partition of a key (public domain algorithm by Austin
 * Appleby; seed and constants as documented for Kafka's producer).
 */
final class Murmur2 {

    private static final int SEED = 0x9747b28c;
    private static final int M = 0x5bd1e995;
    private static final int R = 24;

    private Murmur2() {}

    static int hash(byte[] data) {
        int h = SEED ^ data.length;
        int whole = data.length & ~3;
        for (int i = 0; i < whole; i += 4) {
            int k = (data[i] & 0xff)
                    | (data[i + 1] & 0xff) << 8
                    | (data[i + 2] & 0xff) << 16
                    | (data[i + 3] & 0xff) << 24;
            k *= M;
            k ^= k >>> R;
            h = h * M ^ k * M;
        }
        h = tail(data, whole, h);
        h ^= h >>> 13;
        h *= M;
        return h ^ h >>> 15;
    }

    private static int tail(byte[] data, int from, int hash) {
        int h = hash;
        for (int i = data.length - 1; i >= from; i--) {
            h ^= (data[i] & 0xff) << 8 * (i - from);
        }
        return from < data.length ? h * M : h;
    }
}
