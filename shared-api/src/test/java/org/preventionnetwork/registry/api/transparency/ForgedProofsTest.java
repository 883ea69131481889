package org.preventionnetwork.registry.api.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Proofs made to fit a root that proves nothing, and trees too large for signed arithmetic. */
class ForgedProofsTest {
    private static final List<Hash> LEAVES = NaiveTree.randomLeaves(20, new Random(3));
    private static final Hash A = LEAVES.get(0);
    private static final Hash B = LEAVES.get(1);
    private static final Hash C = LEAVES.get(2);

    @Nested
    class Inclusion {

        @Test
        void of_an_index_after_the_last_leaf_is_refused_although_the_root_fits() {
            Hash root = Rfc6962.nodeHash(B, Rfc6962.nodeHash(A, C));
            InclusionProof proof = new InclusionProof(2, 1, List.of(C, B));
            assertThatThrownBy(() -> proof.verify(A, root))
                    .isInstanceOf(EvidenceRejected.class)
                    .hasMessage("index 2 is outside a tree of size 1");
            assertThatThrownBy(() -> new InclusionProof(1, 1, List.of(C)).rootAbove(A))
                    .hasMessage("index 1 is outside a tree of size 1");
        }

        @Test
        void in_the_empty_tree_is_refused() {
            List<Hash> proof = Collections.nCopies(64, A);
            assertThatThrownBy(() -> new InclusionProof(0, 0, proof).rootAbove(A))
                    .hasMessage("index 0 is outside a tree of size 0");
        }

        @Test
        void of_the_wrong_length_is_refused() {
            assertThatThrownBy(() -> new InclusionProof(0, 3, List.of(B)).rootAbove(A))
                    .hasMessage("the inclusion proof has 1 hashes instead of 2");
            assertThatThrownBy(() -> new InclusionProof(0, 3, List.of(B, C, C)).rootAbove(A))
                    .hasMessage("the inclusion proof has 3 hashes instead of 2");
        }

        @Test
        void that_leads_elsewhere_says_so() {
            assertThatThrownBy(() -> new InclusionProof(0, 2, List.of(B)).verify(A, C))
                    .hasMessage("the inclusion proof leads to another root: the leaf is not at index 0 of this tree");
        }

        @Test
        void in_a_tree_of_more_than_2_to_the_63_leaves_is_computed_with_unsigned_numbers() {
            long size = Long.MIN_VALUE + 1; // 2^63 + 1 leaves
            List<Hash> proof = Collections.nCopies(64, B);
            Hash expected = Rfc6962.nodeHash(B, A);
            for (int i = 1; i < 64; i++) {
                expected = Rfc6962.nodeHash(expected, B);
            }
            assertThat(new InclusionProof(1, size, proof).rootAbove(A)).isEqualTo(expected);
            // The last leaf has the complete left half as its only sibling.
            assertThat(new InclusionProof(Long.MIN_VALUE, size, List.of(B)).rootAbove(A))
                    .isEqualTo(Rfc6962.nodeHash(B, A));
        }
    }

    @Nested
    class Consistency {

        @Test
        void of_a_tree_that_shrank_is_refused_although_the_root_fits() {
            assertThatThrownBy(() -> new ConsistencyProof(2, 1, List.of()).verify(A, A))
                    .isInstanceOf(EvidenceRejected.class)
                    .hasMessage("the tree cannot have shrunk from 2 to 1");
        }

        @Test
        void from_the_empty_tree_is_refused() {
            assertThatThrownBy(() -> new ConsistencyProof(0, 0, List.of()).verify(A, A))
                    .hasMessage("a consistency proof cannot begin with the empty tree");
        }

        @Test
        void of_equal_sizes_demands_equal_roots_and_nothing_else() {
            new ConsistencyProof(3, 3, List.of()).verify(A, A);
            assertThatThrownBy(() -> new ConsistencyProof(3, 3, List.of()).verify(A, B))
                    .hasMessage("two trees of the same size have different roots");
            assertThatThrownBy(() -> new ConsistencyProof(3, 3, List.of(A)).verify(A, A))
                    .hasMessage("the consistency proof has 1 hashes instead of 0");
        }

        @Test
        void must_lead_to_both_roots() {
            ConsistencyProof grown = new ConsistencyProof(1, 2, List.of(B));
            grown.verify(A, Rfc6962.nodeHash(A, B));
            assertThatThrownBy(() -> grown.verify(A, C))
                    .hasMessage("the consistency proof does not lead to the later root");

            MerkleTree tree = NaiveTree.tiles(LEAVES).tree(20);
            ConsistencyProof proof = tree.consistencyProof(7);
            proof.verify(Rfc6962.root(LEAVES.subList(0, 7)), tree.root());
            assertThatThrownBy(() -> proof.verify(A, tree.root()))
                    .hasMessage("the consistency proof does not lead to the earlier root");
        }

        @Test
        void of_any_other_length_is_refused() {
            MerkleTree tree = NaiveTree.tiles(LEAVES).tree(20);
            for (int earlier = 1; earlier < 20; earlier++) {
                Hash root = Rfc6962.root(LEAVES.subList(0, earlier));
                List<Hash> hashes = tree.consistencyProof(earlier).hashes();
                List<Hash> longer = new ArrayList<>(hashes);
                longer.add(A);
                ConsistencyProof tooLong = new ConsistencyProof(earlier, 20, longer);
                ConsistencyProof tooShort = new ConsistencyProof(earlier, 20, hashes.subList(1, hashes.size()));
                ConsistencyProof empty = new ConsistencyProof(earlier, 20, List.of());
                for (ConsistencyProof proof : List.of(tooLong, tooShort, empty)) {
                    assertThatThrownBy(() -> proof.verify(root, tree.root()))
                            .isInstanceOf(EvidenceRejected.class)
                            .hasMessageContaining("hashes instead of");
                }
            }
        }

        @Test
        void of_trees_of_more_than_2_to_the_63_leaves_is_computed_with_unsigned_numbers() {
            // 2^63 leaves are a complete tree, the root of which is the left child of the larger one's.
            new ConsistencyProof(Long.MIN_VALUE, Long.MIN_VALUE + 1, List.of(B)).verify(A, Rfc6962.nodeHash(A, B));
            // From one leaf, all 64 siblings stand on the right.
            Hash later = A;
            for (int i = 0; i < 64; i++) {
                later = Rfc6962.nodeHash(later, B);
            }
            new ConsistencyProof(1, Long.MIN_VALUE + 1, Collections.nCopies(64, B)).verify(A, later);
            // From three: the third leaf, then one sibling on the left and 62 on the right; no border.
            Hash right = Rfc6962.nodeHash(C, B);
            Hash third = Rfc6962.nodeHash(B, right);
            for (int i = 2; i < 64; i++) {
                third = Rfc6962.nodeHash(third, B);
            }
            List<Hash> proof = new ArrayList<>(List.of(C));
            proof.addAll(Collections.nCopies(64, B));
            new ConsistencyProof(3, Long.MIN_VALUE + 1, proof).verify(Rfc6962.nodeHash(B, C), third);
            assertThatThrownBy(() -> new ConsistencyProof(-1, 1, List.of()).verify(A, A))
                    .hasMessage("the tree cannot have shrunk from 18446744073709551615 to 1");
        }
    }

    @Test
    void the_known_answers_of_the_tree_hash() {
        assertThat(Rfc6962.EMPTY_ROOT.toHex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Rfc6962.leafHash(new byte[0]).toHex())
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(Rfc6962.leafHash("L123456".getBytes()).toHex())
                .isEqualTo("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
        assertThat(Hash.finish(digest((byte) 1, "N123"), "N456".getBytes()).toHex())
                .isEqualTo("aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb");
    }

    @Test
    void a_hash_is_a_value_of_32_bytes() {
        byte[] bytes = A.toBytes();
        Hash same = Hash.of(bytes);
        bytes[0]++;
        A.toBytes()[0]++;
        assertThat(same).isEqualTo(A).hasSameHashCodeAs(A).isNotEqualTo(B).isNotEqualTo("a hash");
        assertThat(A.hashCode()).isNotEqualTo(B.hashCode());
        assertThatThrownBy(() -> Hash.of(new byte[31])).hasMessage("a SHA-256 hash has 32 bytes, not 31");
    }

    private static MessageDigest digest(byte prefix, String first) {
        MessageDigest digest = Hash.digest();
        digest.update(prefix);
        digest.update(first.getBytes());
        return digest;
    }
}
