package io.athanor.sql.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LruCacheTests {
    @Test
    void neverHoldsMoreThanItMay() {
        LruCache<Integer, Integer> cache = new LruCache<>(8);
        for (int i = 0; i < 1000; i++) {
            cache.put(i, i);
            assertThat(cache.size()).isLessThanOrEqualTo(8);
        }
        assertThat(cache.evictions()).isGreaterThan(900);
    }

    @Test
    void forgetsWhatWasNotUsedForLongest() {
        LruCache<Integer, Integer> cache = new LruCache<>(8);
        for (int i = 0; i < 8; i++) {
            cache.put(i, i);
        }
        cache.get(0);
        cache.put(8, 8);
        assertThat(cache.get(0)).isEqualTo(0);
        assertThat(cache.get(8)).isEqualTo(8);
        assertThat(cache.get(1)).isNull();
        assertThat(cache.hits()).isEqualTo(3);
        assertThat(cache.misses()).isEqualTo(1);
    }

    @Test
    void zeroKeepsNothing() {
        LruCache<Integer, Integer> cache = new LruCache<>(0);
        cache.put(1, 1);
        assertThat(cache.get(1)).isNull();
    }

    @Test
    void manyThreadsFindWhatTheyPut() {
        LruCache<Integer, Integer> cache = new LruCache<>(64);
        CompletableFuture<?>[] all = new CompletableFuture<?>[8];
        for (int t = 0; t < all.length; t++) {
            all[t] = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 20_000; i++) {
                    Integer found = cache.get(i % 200);
                    assertThat(found == null || found == i % 200).isTrue();
                    cache.put(i % 200, i % 200);
                }
            });
        }
        CompletableFuture.allOf(all).join();
        assertThat(cache.size()).isLessThanOrEqualTo(64 + all.length);
    }
}
