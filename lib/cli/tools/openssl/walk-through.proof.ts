import { describe, expect, it } from 'vitest';
import { OpensslConsole } from './openssl.testkit';

/** The steps as guides to bringing one's own key give them. */
const PARAMETERS = `aws kms get-parameters-for-import --key-id "$KEY_ID" \\
  --wrapping-algorithm "$ALGORITHM" --wrapping-key-spec RSA_2048 > params.json
jq -r .PublicKey params.json > PublicKey.b64
jq -r .ImportToken params.json > ImportToken.b64
openssl enc -d -base64 -A -in PublicKey.b64 -out WrappingPublicKey.bin
openssl enc -d -base64 -A -in ImportToken.b64 -out ImportToken.bin
`;

const OAEP = '-pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha256';

const WRAP = `openssl pkeyutl -encrypt -in PlaintextKeyMaterial.bin -out EncryptedKeyMaterial.bin \\
  -inkey WrappingPublicKey.bin -keyform DER -pubin ${OAEP}
`;

const IMPORT = `aws kms import-key-material --key-id "$KEY_ID" \\
  --encrypted-key-material fileb://EncryptedKeyMaterial.bin --import-token fileb://ImportToken.bin \\
  --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE > imported.json
`;

const STATE = 'aws kms describe-key --key-id "$KEY_ID" --query KeyMetadata.KeyState --output text';

describe('bringing key material of one’s own', () => {
  it('goes through: make, wrap, import, use, delete, import again', async () => {
    const shell = new OpensslConsole('byok');
    await shell.must(`export ALGORITHM=RSAES_OAEP_SHA_256
      export KEY_ID=$(aws kms create-key --origin EXTERNAL --query KeyMetadata.KeyId --output text)`);
    expect(await shell.say(STATE)).toBe('PendingImport\n');
    await shell.must(PARAMETERS);
    await shell.must('openssl rand -out PlaintextKeyMaterial.bin 32');
    await shell.must(WRAP);
    await shell.must(IMPORT);
    expect(await shell.say(STATE)).toBe('Enabled\n');
    await shell.must(`printf secret > plain.txt
      aws kms encrypt --key-id "$KEY_ID" --plaintext fileb://plain.txt --query CiphertextBlob --output text \\
        | base64 -d > blob`);
    const decrypt =
      'aws kms decrypt --ciphertext-blob fileb://blob --query Plaintext --output text | base64 -d';
    expect(await shell.say(decrypt)).toBe('secret');
    await shell.must('aws kms delete-imported-key-material --key-id "$KEY_ID"');
    expect(await shell.say(STATE)).toBe('PendingImport\n');
    expect(await shell.say(decrypt)).toMatch(/KMSInvalidStateException/);
    // The same token serves again within its 24 hours.
    await shell.must(WRAP + IMPORT);
    expect(await shell.say(decrypt)).toBe('secret');
  });

  it('is refused where the hash of the wrapping is another, and where the material is', async () => {
    const shell = new OpensslConsole('byok-wrong');
    await shell.must(`export ALGORITHM=RSAES_OAEP_SHA_256
      export KEY_ID=$(aws kms create-key --origin EXTERNAL --query KeyMetadata.KeyId --output text)`);
    await shell.must(`${PARAMETERS}openssl rand -out PlaintextKeyMaterial.bin 32`);
    await shell.must(WRAP.replaceAll('sha256', 'sha1'));
    expect(await shell.say(IMPORT)).toMatch(/InvalidCiphertextException/);
    await shell.must(WRAP + IMPORT);
    await shell.must(`aws kms delete-imported-key-material --key-id "$KEY_ID"
      openssl rand -out PlaintextKeyMaterial.bin 32`);
    await shell.must(WRAP);
    expect(await shell.say(IMPORT)).toMatch(/IncorrectKeyMaterialException/);
  });

  it('takes an RSA private key under RSA_AES_KEY_WRAP, whose signatures openssl then verifies', async () => {
    const shell = new OpensslConsole('byok-rsa');
    await shell.must(`export ALGORITHM=RSA_AES_KEY_WRAP_SHA_256
      export KEY_ID=$(aws kms create-key --origin EXTERNAL --key-spec RSA_2048 --key-usage SIGN_VERIFY \\
        --query KeyMetadata.KeyId --output text)`);
    await shell.must(PARAMETERS);
    await shell.must(`openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out private.pem
      openssl pkcs8 -topk8 -nocrypt -outform der -in private.pem -out PlaintextKeyMaterial.bin
      openssl rand -out aes-key.bin 32
      openssl enc -id-aes256-wrap-pad -K "$(xxd -p < aes-key.bin | tr -d '\\n')" -iv A65959A6 \\
        -in PlaintextKeyMaterial.bin -out key-material-wrapped.bin
      openssl pkeyutl -encrypt -in aes-key.bin -out aes-key-wrapped.bin \\
        -inkey WrappingPublicKey.bin -keyform DER -pubin ${OAEP}
      cat aes-key-wrapped.bin key-material-wrapped.bin > EncryptedKeyMaterial.bin`);
    await shell.must(IMPORT);
    await shell.must(`printf 'pay 10' > message.txt
      aws kms sign --key-id "$KEY_ID" --message fileb://message.txt --message-type RAW \\
        --signing-algorithm RSASSA_PSS_SHA_256 --query Signature --output text | base64 -d > pss.sig
      openssl dgst -sha384 -binary message.txt > message.sha384
      aws kms sign --key-id "$KEY_ID" --message fileb://message.sha384 --message-type DIGEST \\
        --signing-algorithm RSASSA_PKCS1_V1_5_SHA_384 --query Signature --output text | base64 -d > pkcs1.sig
      openssl rsa -in private.pem -pubout -out public.pem
      aws kms get-public-key --key-id "$KEY_ID" --query PublicKey --output text | base64 -d > kms-public.der`);
    const pss = '-sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:-1';
    expect(
      await shell.say(`openssl pkey -pubin -in kms-public.der -inform DER | cmp - public.pem && echo same
        openssl dgst -sha256 -verify public.pem ${pss} -signature pss.sig message.txt
        openssl dgst -sha384 -verify kms-public.der -keyform DER -signature pkcs1.sig message.txt
        printf 'pay 99' | openssl dgst -sha256 -verify public.pem ${pss} -signature pss.sig 2> /dev/null; echo $?`),
    ).toBe('same\nVerified OK\nVerified OK\nVerification failure\n1\n');
  });
});

describe('checking outside KMS', () => {
  it('verifies what KMS signed on a curve, and KMS verifies what openssl signed under the same key', async () => {
    const shell = new OpensslConsole('outside');
    await shell.must(`export ALGORITHM=RSAES_OAEP_SHA_256
      export KEY_ID=$(aws kms create-key --origin EXTERNAL --key-spec ECC_NIST_P256 --key-usage SIGN_VERIFY \\
        --query KeyMetadata.KeyId --output text)`);
    await shell.must(`openssl ecparam -name prime256v1 -genkey -noout -out ec.pem
      openssl pkcs8 -topk8 -nocrypt -outform der -in ec.pem -out PlaintextKeyMaterial.bin`);
    await shell.must(PARAMETERS + WRAP + IMPORT);
    expect(
      await shell.say(`printf 'pay 10' > message.txt
        aws kms sign --key-id "$KEY_ID" --message fileb://message.txt --signing-algorithm ECDSA_SHA_256 \\
          --query Signature --output text | openssl base64 -d -out kms.sig
        aws kms get-public-key --key-id "$KEY_ID" --query PublicKey --output text | openssl base64 -A -d -out pub.der
        openssl ec -pubin -inform DER -in pub.der -pubout -out pub.pem 2> /dev/null
        openssl dgst -sha256 -verify pub.pem -signature kms.sig message.txt
        openssl dgst -sha256 -sign ec.pem -out own.sig message.txt
        aws kms verify --key-id "$KEY_ID" --message fileb://message.txt --signing-algorithm ECDSA_SHA_256 \\
          --signature fileb://own.sig --query SignatureValid`),
    ).toBe('Verified OK\ntrue\n');
  });

  it('verifies what KMS signed with ML-DSA', async () => {
    const shell = new OpensslConsole('lattice');
    expect(
      await shell.say(`KEY_ID=$(aws kms create-key --key-spec ML_DSA_44 --key-usage SIGN_VERIFY \\
          --query KeyMetadata.KeyId --output text)
        printf 'pay 10' > message.txt
        aws kms sign --key-id "$KEY_ID" --message fileb://message.txt --signing-algorithm ML_DSA_SHAKE_256 \\
          --query Signature --output text | base64 -d > kms.sig
        aws kms get-public-key --key-id "$KEY_ID" --query PublicKey --output text | base64 -d > pub.der
        openssl pkeyutl -verify -rawin -in message.txt -sigfile kms.sig -pubin -inkey pub.der -keyform DER
        openssl pkeyutl -verify -rawin -in kms.sig -sigfile kms.sig -pubin -inkey pub.der; echo $?`),
    ).toBe('Signature Verified Successfully\nSignature Verification Failure\n1\n');
  });

  it('opens an envelope under a data key that KMS gave', async () => {
    const shell = new OpensslConsole('envelope');
    expect(
      await shell.say(`KEY_ID=$(aws kms create-key --query KeyMetadata.KeyId --output text)
        aws kms generate-data-key --key-id "$KEY_ID" --key-spec AES_256 > dk.json
        jq -r .Plaintext dk.json > datakey; jq -r .CiphertextBlob dk.json | base64 -d > datakey.enc
        printf 'card 4111' | openssl enc -aes-256-cbc -pbkdf2 -pass file:./datakey -out card.enc; rm datakey
        aws kms decrypt --ciphertext-blob fileb://datakey.enc --query Plaintext --output text > again
        openssl enc -d -aes-256-cbc -pbkdf2 -pass file:./again -in card.enc`),
    ).toBe('card 4111');
  });
});
