package io.oceanid.adapter.triton;

import io.oceanid.adapter.kserve.ModelDescription;
import io.oceanid.adapter.kserve.Tensor;
import io.oceanid.adapter.kserve.TensorDescription;
import io.oceanid.adapter.token.Window;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Windows of one request, each padded to the length of the longest.
 *
 * @param length of each, padding included
 */
record TokenBatch(List<Window> windows, int length, int padding) {

    static TokenBatch of(List<Window> windows, TokenSignature signature, int padding) {
        int longest =
                windows.stream().mapToInt(window -> window.ids().length).max().orElse(0);
        return new TokenBatch(windows, signature.fixedLength().orElse(longest), padding);
    }

    List<Tensor> tensors(TokenSignature signature, ModelDescription model) {
        return signature.inputs().stream().map(input -> tensor(input, model)).toList();
    }

    private Tensor tensor(TensorDescription input, ModelDescription model) {
        List<Long> shape = model.maxBatchSize() == 0 && input.shape().size() == 1
                ? List.of((long) length)
                : List.of((long) windows.size(), (long) length);
        int[] values = new int[windows.size() * length];
        for (int row = 0; row < windows.size(); row++) {
            fill(values, row * length, windows.get(row).ids(), input.name());
        }
        return Tensor.ofIntegers(input.name(), input.type(), shape, values);
    }

    private void fill(int[] values, int from, int[] ids, String input) {
        switch (input) {
            case TokenSignature.IDS -> {
                System.arraycopy(ids, 0, values, from, ids.length);
                Arrays.fill(values, from + ids.length, from + length, padding);
            }
            case TokenSignature.MASK -> Arrays.fill(values, from, from + ids.length, 1);
            case TokenSignature.POSITIONS -> IntStream.range(0, length).forEach(i -> values[from + i] = i);
            default -> {
                // token types: one text, so all of the first, which is 0
            }
        }
    }
}
