using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace InfoGanMl.Conventions.Tests.Namespaces;

/// <summary>Finds what the instructions of a method refer to (ECMA-335, partition III).</summary>
internal static class InstructionTokens
{
    private const byte TwoBytes = 0xFE; // in front of a code of two bytes

    private static readonly Dictionary<short, OperandType> Operands = typeof(OpCodes)
        .GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value, code => code.OperandType);

    /// <summary>Types, methods and fields, in the order of the instructions.</summary>
    public static IEnumerable<EntityHandle> Read(BlobReader body)
    {
        while (body.RemainingBytes > 0)
        {
            var first = body.ReadByte();
            var code = first == TwoBytes ? (short)(first << 8 | body.ReadByte()) : first;
            switch (Operands[code])
            {
                case OperandType.InlineType
                or OperandType.InlineMethod
                or OperandType.InlineField
                or OperandType.InlineTok:
                    yield return (EntityHandle)MetadataTokens.Handle(body.ReadInt32());
                    break;
                case OperandType.InlineSwitch:
                    var targets = body.ReadInt32(); // before the offset is read
                    body.Offset += 4 * targets;
                    break;
                case var operand:
                    body.Offset += SizeOf(operand);
                    break;
            }
        }
    }

    private static int SizeOf(OperandType operand) =>
        operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            _ => 4,
        };
}
